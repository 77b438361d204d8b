using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Members;

/// <summary>Profiles, and what members wrote.</summary>
[Access(Audience.Everyone), Route("members/{id:int}")]
public sealed class MembersController(MemberPageQuery query, FindMembers find, Refusals refusals) : ForumController
{
    [HttpGet]
    public Task<IActionResult> Profile(int id, long? before) => PageAsync(id, "", before);

    [HttpGet("threads")]
    public Task<IActionResult> Threads(int id, long? before) => PageAsync(id, "/threads", before);

    [HttpGet("replies")]
    public Task<IActionResult> Replies(int id, long? before) => PageAsync(id, "/replies", before);

    /// <summary>For @names being typed: ids and names as JSON.</summary>
    [HttpGet("/members/find"), Access(Audience.Members)]
    public async Task<IActionResult> Find(string? q, long? thread)
    {
        Response.Headers.CacheControl = "no-store";
        var found = await find.RunAsync(Viewer, q, thread, Cancel);
        if (found.Refusal is not { } refused) return Json(found.Value);
        Response.StatusCode = Refusals.StatusOf(refused.Kind);
        return Json(new { error = refusals.Say(refused) });
    }

    private async Task<IActionResult> PageAsync(int id, string tab, long? before)
    {
        if (await query.FindAsync(id, Cancel) is not { } member) return Refused(Refusal.NotFound);
        if (member.IsApplicant && Viewer.Rank < Rank.Moderator && !Viewer.Is(id)) return Refused(Refusal.NotFound);
        var lines = tab == "/replies"
            ? await query.RepliesAsync(Viewer, id, before, Cancel) : await query.ThreadsAsync(Viewer, id, before, Cancel);
        return View("Member", new MemberView(member, tab, lines, Viewer));
    }
}

/// <summary>A profile with one of its lists; the tab is its part of the address, empty for the profile itself.</summary>
public sealed record MemberView(MemberPage Member, string Tab, MemberLines Lines, Viewer Viewer)
{
    public bool IsOwn => Viewer.MemberId == Member.Id;

    /// <summary>The use case asks for the rank too.</summary>
    public bool CanRemoveAvatar => !IsOwn && Member.AvatarVersion > 0 && Viewer.May(StaffRight.EditMembers);

    public bool CanReport => !IsOwn && !Viewer.IsGuest;
    public bool CanSanction => !IsOwn && Viewer.Rank >= Rank.Moderator && Viewer.Level(StaffRight.MuteMembers) > 0;
}
