using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Permissions;

/// <summary>A personal right or its refusal, for some days (0 for good).</summary>
public sealed record ExceptionDraft(string? UserName, int BoardId, BoardRight Right, bool Allow, int Days, string? Reason)
{
    public const int MaxDays = 3650;
}

/// <summary>One as the page lists it.</summary>
public sealed record ExceptionLine(int MemberId, string Name, int BoardId, BoardRight Right, bool Allow, DateTime? ExpiresAt, string GrantedBy);

/// <summary>Gives a member a right at one board that their groups don't have, or takes one away; and reads who has one.</summary>
public sealed class SetException(ForumDb db, Ranks ranks, Viewers viewers)
{
    private const int PerPage = 50;

    public async Task<Refusal?> RunAsync(Viewer who, ExceptionDraft draft, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var folded = MemberName.Fold((draft.UserName ?? "").Trim());
        if (await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel) is not { } member) return Refusal.Invalid("UserName", "MemberUnknown");
        if (who.OverMember(member.Id, await ranks.OfAsync(member.Id, cancel)) is { } over) return over;
        if (!await db.Boards.AnyAsync(b => b.Id == draft.BoardId && b.GoneAt == null, cancel)) return Refusal.Invalid("BoardId", "NoSuchBoard");
        if (!Enum.IsDefined(draft.Right)) return Refusal.Invalid("Right", "NoSuchChoice");
        if (draft.Days is < 0 or > ExceptionDraft.MaxDays) return Refusal.Invalid("Days", "NumberOutOfRange", 0, ExceptionDraft.MaxDays);
        var reason = (draft.Reason ?? "").Trim();
        if (reason.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "TextTooLong", StaffAct.ReasonLength);

        await db.InTransactionAsync(async () =>
        {
            var old = await db.BoardOverrides.AsTracking().SingleOrDefaultAsync(o => o.MemberId == member.Id && o.BoardId == draft.BoardId && o.Right == draft.Right, cancel);
            var before = old is null ? null : new { old.Allow, old.ExpiresAt };
            if (old is null) db.BoardOverrides.Add(old = new BoardOverride { MemberId = member.Id, BoardId = draft.BoardId, Right = draft.Right });
            (old.Allow, old.ExpiresAt, old.GrantedBy) = (draft.Allow, draft.Days == 0 ? null : who.Now.AddDays(draft.Days), who.Name);
            db.Log(who, "member.right", reason, boardId: draft.BoardId, memberId: member.Id,
                details: BoardLog.Json(new { right = draft.Right.ToString(), from = before, to = new { old.Allow, old.ExpiresAt } }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        return null;
    }

    public async Task<Refusal?> RemoveAsync(Viewer who, int memberId, int boardId, BoardRight right, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        if (who.OverMember(memberId, await ranks.OfAsync(memberId, cancel)) is { } over) return over;
        var gone = await db.InTransactionAsync(async () =>
        {
            if (await db.BoardOverrides.AsTracking().SingleOrDefaultAsync(o => o.MemberId == memberId && o.BoardId == boardId && o.Right == right, cancel) is not { } old) return false;
            db.BoardOverrides.Remove(old);
            db.Log(who, "member.right", boardId: boardId, memberId: memberId, details: BoardLog.Json(new { right = right.ToString(), from = new { old.Allow, old.ExpiresAt }, to = (object?)null }));
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        viewers.Forget(memberId);
        return gone ? null : Refusal.NotFound;
    }

    /// <summary>By member and board; <paramref name="after"/> is the member that the last page ended with.</summary>
    public async Task<(IReadOnlyList<ExceptionLine> Lines, int? Next)> ReadAsync(int after, CancellationToken cancel)
    {
        var members = await db.BoardOverrides.Where(o => o.MemberId > after).Select(o => o.MemberId).Distinct().OrderBy(id => id).Take(PerPage + 1).ToListAsync(cancel);
        var shown = members.Take(PerPage).ToList();
        var lines = await (from o in db.BoardOverrides
                           join m in db.Members on o.MemberId equals m.Id
                           where shown.Contains(o.MemberId)
                           orderby o.MemberId, o.BoardId, o.Right
                           select new ExceptionLine(m.Id, m.UserName!, o.BoardId, o.Right, o.Allow, o.ExpiresAt, o.GrantedBy)).ToListAsync(cancel);
        return (lines, members.Count > PerPage ? shown[^1] : null);
    }
}
