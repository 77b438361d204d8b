using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>
/// The mailed link was opened: the address is the member's from now on, and whoever waited for it may write.
/// A new address brings a new stamp, which ends every link made before.
/// </summary>
public sealed class ConfirmEmail(ForumDb db, AccountTokens tokens, Viewers viewers)
{
    public async Task<Outcome<Member>> RunAsync(string? token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } found) return Refusal.Forbidden("LinkDead");
        var (member, address) = found;
        var old = member.SecurityStamp;
        if (member.Email != address) member.SecurityStamp = SecurityStamps.New();
        member.TakeEmail(address);
        try
        {
            var rows = await db.Members.Where(m => m.Id == member.Id && m.SecurityStamp == old).ExecuteUpdateAsync(m => m
                .SetProperty(x => x.Email, member.Email).SetProperty(x => x.NormalizedEmail, member.NormalizedEmail)
                .SetProperty(x => x.EmailConfirmed, true).SetProperty(x => x.SecurityStamp, member.SecurityStamp)
                .SetProperty(x => x.GroupId, x => x.GroupId == Group.Waiting && !db.Applications.Any(a => a.MemberId == x.Id && a.State != ApplicationState.Approved) ? Group.Newcomers : x.GroupId), cancel);
            if (rows == 0) return Refusal.Forbidden("LinkDead");
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            return Refusal.Forbidden("EmailTaken");
        }
        viewers.Forget(member.Id);
        return member;
    }

    /// <summary>Whom a living link belongs to and which address it proves; else null.</summary>
    public async Task<(Member Member, string Address)?> FindAsync(string? token, CancellationToken cancel)
    {
        if (tokens.Read(AccountTokens.Confirm, token) is not { } read) return null;
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == read.MemberId && m.SecurityStamp == read.Stamp, cancel);
        return member is null ? null : (member, read.Address);
    }
}
