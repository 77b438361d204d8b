using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>A role of administrators that was changed once, and invitations of the founder: one is good, one was used.</summary>
internal static class TownDoors
{
    /// <summary>The role's id.</summary>
    public static async Task<int> AddAsync(Site site, Member member)
    {
        var founder = await site.ViewerAsync(await site.Rows(db => db.Members.FirstAsync(m => m.IsFounder)));
        var role = (await site.Use<SaveAdminRole, Outcome<int>>(s => s.RunAsync(founder, new RoleDraft(null, "词语与审核", ["Words", "Review"], 0), default))).Value;
        Assert.Null((await site.Use<SaveAdminRole, Outcome<int>>(s => s.RunAsync(founder, new RoleDraft(role, "词语、审核与举报", ["Words", "Review", "Reports", "Settings.Review"], 0), default))).Refusal);
        Assert.Null(await site.Use<Invitations, Refusal?>(i => i.MakeAsync(founder, 2, 10, default)));
        await site.Rows(db => db.Invitations.Where(i => i.Id == 1).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedById, member.Id).SetProperty(x => x.UsedAt, site.Now)));
        await DrawStarAsync(site, founder);
        return role;
    }

    /// <summary>The history of a group has something to show.</summary>
    private static async Task DrawStarAsync(Site site, Viewer founder)
    {
        var groups = await site.Service<GroupSets>().CurrentAsync(default);
        var draft = groups.DraftOf(groups.Find(11)!);
        Assert.Null(await site.Use<SaveGroup, Refusal?>(s => s.RunAsync(founder, 11, draft with { Stars = draft.Stars + 1, Rights = new Dictionary<string, int>(draft.Rights) { ["MentionLimit"] = 12 } }, null, default)));
    }
}
