using ForumEngine.Accounts;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>Members whose names nobody else in the shared site has, and their browsers.</summary>
public static class Members
{
    public static Task<Member> NewMemberAsync(this Site site, int group = 11, string start = "member") =>
        site.MemberAsync($"{start}{Guid.NewGuid().ToString("N")[..8]}", group);

    public static async Task<Visitor> NewVisitorAsync(this Site site, int group = 11, string language = "en") =>
        await site.VisitorAsync(await site.NewMemberAsync(group), language);
}
