using System.Text.Json;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Warnings;

/// <summary>What the form asks for; <paramref name="Points"/> and <paramref name="Days"/> as typed, days 0 is never.</summary>
public sealed record NewWarning(string? Points, string? Days, string Reason, int? RuleId = null);

/// <summary>What became of a warning: its id, and the sanctions that the ladder brought.</summary>
public sealed record Warned(int Id, IReadOnlyList<int> SanctionIds);

/// <summary>Warns the author of a post, or a member as such; the ladder's consequence comes in the same transaction.</summary>
public sealed class WarnMember(ForumDb db, PostDesk desk, Ranks ranks, SiteRules rules, ClimbLadder ladder, Viewers viewers)
{
    /// <summary>The post if this viewer may warn its author; the form asks the same before it is shown.</summary>
    public async Task<Outcome<PostOnDesk>> FindAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, postId, cancel);
        if (found.Refusal is not null) return found;
        var (post, on, rank) = found.Value;
        if (WarningRules.WhyNot(who, on.Board, post.AuthorId, rank) is { } refusal) return refusal;
        return post.IsWarned ? new Refusal(RefusalKind.Conflict, "WarnedAlready") : found;
    }

    public async Task<Outcome<Warned>> PostAsync(Viewer who, long postId, NewWarning wish, CancellationToken cancel)
    {
        var found = await FindAsync(who, postId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (post, on, _) = found.Value;
        var read = await ReadAsync(who, post.AuthorId!.Value, wish, cancel);
        if (read.Refusal is { } wrong) return wrong;
        var warning = read.Value;
        (warning.PostId, warning.OpenPostId, warning.ThreadId, warning.BoardId) = (post.Id, post.Id, post.ThreadId, on.Board.Id);
        try
        {
            return await WriteAsync(who, warning, on.Thread.Title, post, cancel);
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            return new Refusal(RefusalKind.Conflict, "WarnedAlready");
        }
    }

    /// <summary>For what is in no post.</summary>
    public async Task<Outcome<Warned>> MemberAsync(Viewer who, int memberId, NewWarning wish, CancellationToken cancel)
    {
        if (!await db.Members.AnyAsync(m => m.Id == memberId, cancel)) return Refusal.NotFound;
        if (WarningRules.WhyNot(who, null, memberId, await ranks.OfAsync(memberId, cancel)) is { } refusal) return refusal;
        var read = await ReadAsync(who, memberId, wish, cancel);
        return read.Refusal is { } wrong ? wrong : await WriteAsync(who, read.Value, "", null, cancel);
    }

    private async Task<Outcome<Warning>> ReadAsync(Viewer who, int memberId, NewWarning wish, CancellationToken cancel)
    {
        var reason = wish.Reason.Trim();
        if (WarningRules.WhyNotWords(reason, wish.Points, out var points) is { } wrong) return wrong;
        if (wish.RuleId is { } rule && (await rules.CurrentAsync(cancel)).Find(rule) is not { IsRetired: false }) return Refusal.Invalid("RuleId", "NoSuchRule");
        var until = SanctionTerm.Read(wish.Days, null, who.Zone, who.Now);
        if (until.Refusal is { } term) return term;
        return new Warning
        {
            MemberId = memberId,
            Points = points,
            Reason = reason,
            RuleId = wish.RuleId,
            IssuedById = who.MemberId,
            IssuedByName = who.Name,
            At = who.Now,
            ExpiresAt = until.Value,
        };
    }

    private async Task<Outcome<Warned>> WriteAsync(Viewer who, Warning warning, string title, Post? post, CancellationToken cancel)
    {
        var done = await db.InTransactionAsync<Outcome<Warned>>(async () =>
        {
            // Warnings and sanctions are written one after the other, so that what is counted is all there is.
            await Ledger.LockAsync(db, who.Now, cancel);
            // A retry starts over; the id of the rolled-back row is not ours.
            warning.Id = 0;
            db.Warnings.Add(warning);
            await db.SaveChangesAsync(cancel);
            if (post is not null) await db.Posts.Where(p => p.Id == post.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsWarned, true), cancel);
            db.Log(who, post is null ? "member.warn" : "post.warn", warning.Reason, warning.BoardId, warning.ThreadId, warning.PostId,
                post is { IsAnonymous: true } ? null : warning.MemberId,
                JsonSerializer.Serialize(new { warning = warning.Id, points = warning.Points, until = warning.ExpiresAt, rule = warning.RuleId }));
            await Notify.AddAsync(db, NoticeOf(warning, NoticeKind.Warned, title, who.Now, warning.Reason), cancel);
            await db.SaveChangesAsync(cancel);
            return new Warned(warning.Id, await ladder.AfterAsync(who, warning, cancel));
        }, cancel);
        if (done.Refusal is not null) return done;
        if (done.Value.SanctionIds.Count > 0) ladder.Announce(warning.MemberId);
        viewers.Forget(warning.MemberId);
        return done;
    }

    /// <summary>Never names who warned.</summary>
    internal static Notice NoticeOf(Warning warning, NoticeKind kind, string title, DateTime now, string reason) => new()
    {
        MemberId = warning.MemberId,
        Kind = kind,
        At = now,
        ThreadId = warning.ThreadId,
        PostId = warning.PostId,
        Title = title,
        Reason = reason,
    };
}
