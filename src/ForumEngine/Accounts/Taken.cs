using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Whether a name or an address is somebody else's. Between the look and the write somebody may be faster: the unique keys decide.</summary>
internal static class Taken
{
    /// <summary><c>NameTaken</c>, or <c>NameTwin</c> for one that looks alike; null: it is free. <paramref name="memberId"/> is whose own doesn't count, null for a new member.</summary>
    public static async Task<string?> NameAsync(ForumDb db, string name, int? memberId, CancellationToken cancel)
    {
        var (folded, skeleton) = (MemberName.Fold(name), MemberName.Skeleton(name));
        var others = db.Members.Where(m => m.Id != memberId);
        if (await others.AnyAsync(m => m.NormalizedUserName == folded, cancel)) return "NameTaken";
        // Not the name itself: of many at once, the one that has just been taken is taken, no twin.
        return await others.AnyAsync(m => m.NameSkeleton == skeleton && m.NormalizedUserName != folded, cancel) ? "NameTwin" : null;
    }

    /// <inheritdoc cref="NameAsync"/>
    public static Task<bool> EmailAsync(ForumDb db, string email, int? memberId, CancellationToken cancel)
    {
        var folded = MemberName.Fold(email);
        return db.Members.AnyAsync(m => m.Id != memberId && m.NormalizedEmail == folded, cancel);
    }
}
