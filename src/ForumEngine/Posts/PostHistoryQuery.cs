using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>What became of a post, the newest change first; <paramref name="Next"/> is the version to go on before.</summary>
public sealed record PostHistory(PostInPlace At, IReadOnlyList<HistoryLine> Lines, int? Next);

/// <summary>One version against the one before it; 0 is the first, and against nothing.</summary>
public sealed record HistoryLine(int Version, string EditorName, int? EditorId, DateTime At, string Reason, TextDiff? Title, TextDiff Body);

/// <summary>Reads the versions of a post for those who may see them.</summary>
public sealed class PostHistoryQuery(ForumDb db, FindPost find, SettingsSource settings)
{
    private const int PageSize = 10;

    public async Task<Outcome<PostHistory>> RunAsync(Viewer who, long postId, int? before, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (post, thread, board) = found.Value;
        if (FindPost.WhyNotShown(who, found.Value) is { } gone) return gone;
        if (post.IsBlocked && !who.IsStaff(board)) return Refusal.Forbidden("PostBlocked");
        if (!HistoryRules.May(who, board, post.AuthorId, (await settings.CurrentAsync(cancel)).Posting.HistoryIsPublic))
            return who.IsGuest ? Refusal.SignInFirst : Refusal.Forbidden("HistoryIsPrivate");

        var older = db.PostVersions.Where(v => v.PostId == postId);
        if (before is { } version) older = older.Where(v => v.Version < version);
        // One more than is shown: the last of them is what the one before it is compared with.
        var texts = await older.OrderByDescending(v => v.Version).Take(PageSize + 1).ToListAsync(cancel);
        if (before is null) texts.Insert(0, PostVersion.Replaced(post, thread));
        var sees = HistoryRules.SeesSource(who, board, post.AuthorId);
        var lines = texts.Take(PageSize).Select((text, i) => LineOf(text, i + 1 < texts.Count ? texts[i + 1] : null, post.IsAnonymous, sees)).ToList();
        return new PostHistory(found.Value, lines, texts.Count > PageSize ? texts[PageSize - 1].Version : null);
    }

    private static HistoryLine LineOf(PostVersion now, PostVersion? then, bool isAnonymous, bool seesSource) => new(
        now.Version, isAnonymous ? "" : now.EditorName, isAnonymous ? null : now.EditorId, now.At, now.Reason,
        now.Title is { } title && then?.Title is { } old && old != title ? TextDiff.Of(old, title) : null,
        TextDiff.Of(then is null ? "" : Words(then.Body, seesSource), Words(now.Body, seesSource)));

    private static string Words(string source, bool seesSource) => seesSource ? source : PostMarkup.ToPlainText(source);
}
