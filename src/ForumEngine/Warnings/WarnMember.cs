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

/// <summary>A warning before it is written, with what its notice and its line say of the post.</summary>
internal sealed record ReadWarning(Warning Warning, string Title, bool IsAnonymous);

/// <summary>Warns the author of a post, or a member as such; the ladder's consequence comes in the same transaction.</summary>
public sealed class WarnMember(ForumDb db, PostDesk desk, Ranks ranks, SiteRules rules, ClimbLadder ladder, Viewers viewers)
{
    internal static readonly Refusal AlreadyWarned = new(RefusalKind.Conflict, "WarnedAlready");

    /// <summary>The post if this viewer may warn its author; the form asks the same before it is shown.</summary>
    public async Task<Outcome<PostOnDesk>> FindAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, postId, cancel);
        if (found.Refusal is not null) return found;
        var (post, on, rank) = found.Value;
        if (WarningRules.WhyNot(who, on.Board, post.AuthorId, rank) is { } refusal) return refusal;
        return post.IsWarned ? AlreadyWarned : found;
    }

    public async Task<Outcome<Warned>> PostAsync(Viewer who, long postId, NewWarning wish, CancellationToken cancel)
    {
        var read = await ReadAsync(who, postId, wish, cancel);
        if (read.Refusal is { } wrong) return wrong;
        try
        {
            return await WriteAsync(who, read.Value, cancel);
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            return AlreadyWarned;
        }
    }

    /// <summary>For what is in no post.</summary>
    public async Task<Outcome<Warned>> MemberAsync(Viewer who, int memberId, NewWarning wish, CancellationToken cancel)
    {
        var read = await ReadMemberAsync(who, memberId, wish, cancel);
        return read.Refusal is { } wrong ? wrong : await WriteAsync(who, read.Value, cancel);
    }

    /// <summary>What <see cref="InAsync"/> writes, once the rules have been asked.</summary>
    internal async Task<Outcome<ReadWarning>> ReadAsync(Viewer who, long postId, NewWarning wish, CancellationToken cancel)
    {
        var found = await FindAsync(who, postId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (post, on, _) = found.Value;
        var read = await ReadAsync(who, post.AuthorId!.Value, wish, cancel);
        if (read.Refusal is { } wrong) return wrong;
        var warning = read.Value;
        (warning.PostId, warning.OpenPostId, warning.ThreadId, warning.BoardId) = (post.Id, post.Id, post.ThreadId, on.Board.Id);
        return new ReadWarning(warning, on.Thread.Title, post.IsAnonymous);
    }

    /// <inheritdoc cref="ReadAsync(Viewer, long, NewWarning, CancellationToken)"/>
    internal async Task<Outcome<ReadWarning>> ReadMemberAsync(Viewer who, int memberId, NewWarning wish, CancellationToken cancel)
    {
        if (!await db.Members.AnyAsync(m => m.Id == memberId, cancel)) return Refusal.NotFound;
        if (WarningRules.WhyNot(who, null, memberId, await ranks.OfAsync(memberId, cancel)) is { } refusal) return refusal;
        var read = await ReadAsync(who, memberId, wish, cancel);
        return read.Refusal is { } wrong ? wrong : new ReadWarning(read.Value, "", false);
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

    private async Task<Outcome<Warned>> WriteAsync(Viewer who, ReadWarning read, CancellationToken cancel)
    {
        var done = await db.InTransactionAsync(() => InAsync(who, read, cancel), cancel);
        Announce(read, done);
        return done;
    }

    /// <summary>In the caller's transaction; a post that carries a warning already is a duplicate key (<see cref="AlreadyWarned"/>).</summary>
    internal async Task<Warned> InAsync(Viewer who, ReadWarning read, CancellationToken cancel)
    {
        var (warning, title, isAnonymous) = read;
        // Warnings and sanctions are written one after the other, so that what is counted is all there is.
        await Ledger.LockAsync(db, who.Now, cancel);
        // A retry starts over; the id of the rolled-back row is not ours.
        warning.Id = 0;
        db.Warnings.Add(warning);
        await db.SaveChangesAsync(cancel);
        if (warning.PostId is { } postId) await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsWarned, true), cancel);
        db.Log(who, warning.PostId is null ? "member.warn" : "post.warn", warning.Reason, warning.BoardId, warning.ThreadId, warning.PostId,
            isAnonymous ? null : warning.MemberId,
            JsonSerializer.Serialize(new { warning = warning.Id, points = warning.Points, until = warning.ExpiresAt, rule = warning.RuleId }));
        await Notify.AddAsync(db, NoticeOf(warning, NoticeKind.Warned, title, who.Now, warning.Reason), cancel);
        await db.SaveChangesAsync(cancel);
        return new Warned(warning.Id, await ladder.AfterAsync(who, warning, cancel));
    }

    /// <summary>After the commit.</summary>
    internal void Announce(ReadWarning read, Warned done)
    {
        if (done.SanctionIds.Count > 0) ladder.Announce(read.Warning.MemberId);
        viewers.Forget(read.Warning.MemberId);
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
