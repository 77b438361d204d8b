using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Warnings;

/// <summary>A warning as its reader may see it. <see cref="IssuedBy"/> null: the moderation team.</summary>
public sealed record WarningLine(int Id, long? PostId, string? Title, BoardNode? Board, int Points, string Reason, int? RuleId, DateTime At, DateTime? ExpiresAt)
{
    public string? IssuedBy { get; init; }
    public DateTime? RevokedAt { get; init; }
    public string? RevokeReason { get; init; }

    /// <summary>This viewer may take it back.</summary>
    public bool CanRevoke { get; init; }

    public bool CountsAt(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}

/// <summary>A member's warnings, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record WarningList(string MemberName, int MemberId, IReadOnlyList<WarningLine> Lines, int? Next);

/// <summary>Reads warnings: of a post for all who read it, of a member for themselves and for staff.</summary>
public sealed class WarningPages(ForumDb db, BoardTrees trees, FindPost find, Ranks ranks, SettingsSource settings)
{
    private const int PageSize = 20;

    public async Task<Outcome<WarningLine>> OfPostAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        if (FindPost.WhyNotShown(who, found.Value) is { } gone) return gone;
        var warning = await db.Warnings.SingleOrDefaultAsync(w => w.OpenPostId == postId, cancel);
        if (warning is null) return Refusal.NotFound;
        var showsWho = (await settings.CurrentAsync(cancel)).Darkroom.ShowOperator;
        return Line(warning, found.Value.Thread.Title, found.Value.Board) with
        {
            IssuedBy = showsWho ? warning.IssuedByName : null,
            CanRevoke = WarningRules.WhyNot(who, found.Value.Board, warning.MemberId, await ranks.OfAsync(warning.MemberId, cancel)) is null,
        };
    }

    /// <summary>One's own: everything but who issued it.</summary>
    public async Task<Outcome<WarningList>> OwnAsync(Viewer who, int? before, CancellationToken cancel) =>
        who.MemberId is { } id ? await ListAsync(who, id, who.Name, before, false, cancel) : Refusal.SignInFirst;

    /// <summary>For staff who may warn somewhere; warnings of boards they don't see, and of anonymous posts, name no post.</summary>
    public async Task<Outcome<WarningList>> OfMemberAsync(Viewer who, int memberId, int? before, CancellationToken cancel)
    {
        if (who.Rank < Rank.Moderator || who.Level(StaffRight.WarnMembers) == 0) return Refusal.NotFound;
        var name = await db.Members.Where(m => m.Id == memberId).Select(m => m.UserName).SingleOrDefaultAsync(cancel);
        return name is null ? Refusal.NotFound : await ListAsync(who, memberId, name, before, true, cancel);
    }

    private async Task<WarningList> ListAsync(Viewer who, int memberId, string name, int? before, bool asStaff, CancellationToken cancel)
    {
        var warnings = db.Warnings.Where(w => w.MemberId == memberId);
        if (before is { } id) warnings = warnings.Where(w => w.Id < id);
        var found = await (from w in warnings
                           join t in db.Threads on w.ThreadId equals t.Id into threads
                           from t in threads.DefaultIfEmpty()
                           orderby w.Id descending
                           select new { Warning = w, Title = t == null ? null : t.Title, Unnamed = db.Posts.Any(p => p.Id == w.PostId && p.IsAnonymous) })
            .Take(PageSize + 1).ToListAsync(cancel);
        var tree = await trees.CurrentAsync(cancel);
        var rank = await ranks.OfAsync(memberId, cancel);
        var lines = found.Take(PageSize).Select(f =>
        {
            var board = f.Warning.BoardId is { } at ? tree.FindVisible(at, who) : null;
            var hidden = f.Warning.BoardId is not null && board is null || (asStaff && f.Unnamed);
            var line = Line(f.Warning, hidden ? null : f.Title, hidden ? null : board);
            return line with
            {
                PostId = hidden ? null : f.Warning.PostId,
                IssuedBy = asStaff ? f.Warning.IssuedByName : null,
                CanRevoke = asStaff && f.Warning.RevokedAt is null && !hidden && WarningRules.WhyNot(who, board, memberId, rank) is null,
            };
        }).ToList();
        return new WarningList(name, memberId, lines, found.Count > PageSize ? lines[^1].Id : null);
    }

    private static WarningLine Line(Warning w, string? title, BoardNode? board) =>
        new(w.Id, w.PostId, title, board, w.Points, w.Reason, w.RuleId, w.At, w.ExpiresAt) { RevokedAt = w.RevokedAt, RevokeReason = w.RevokeReason };
}
