using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Sets a member's password from the command line.</summary>
public sealed class SetPassword(ForumDb db, IPasswordHasher<Member> hasher, Viewers viewers)
{
    public async Task<Refusal?> RunAsync(Viewer actor, string name, string password, CancellationToken cancel)
    {
        var folded = MemberName.Fold(name);
        var member = await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel);
        if (member is null) return Refusal.NotFound;
        if (NewPassword.Problem(member, password, password) is { } problem) return problem;
        var hash = hasher.HashPassword(member, password);
        await db.InTransactionAsync(async () =>
        {
            await NewPassword.SetAsync(db, member.Id, hash, SecurityStamps.New(), cancel);
            db.Log(actor, "member.password", memberId: member.Id);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        return null;
    }
}
