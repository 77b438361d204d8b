using ForumEngine.Accounts;

namespace ForumEngine.Setup;

/// <summary>A member who doesn't come through the registration form.</summary>
internal static class NewMember
{
    public static Member Create(string name, string email, DateTime joinedAt)
    {
        var member = new Member
        {
            EmailConfirmed = true,
            SecurityStamp = SecurityStamps.New(),
            JoinedAt = joinedAt,
            LastSeenAt = joinedAt,
        };
        member.TakeName(name);
        member.TakeEmail(email);
        return member;
    }
}
