using System.Globalization;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Groups;

/// <summary>Groups: the list, a form for each, copying and deleting.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Groups), Route("admin/groups")]
public sealed class GroupsController(GroupSets groups, SaveGroup save, GroupHistory history, GroupDesk desk) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Groups", await desk.ListAsync(Viewer, Cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New(int from = Group.Newcomers, GroupKind kind = GroupKind.Special) =>
        View("NewGroup", await desk.NewAsync(new NewGroupForm { From = from, Kind = kind }, Cancel));

    [HttpPost("new")]
    public async Task<IActionResult> Add([FromForm] NewGroupForm form)
    {
        var added = await save.AddAsync(Viewer, form.From, form.Kind, form.Title, form.CreditsFrom, Cancel);
        return added.Refusal is { } refusal ? FormAgain(refusal, "NewGroup", await desk.NewAsync(form, Cancel)) : SeeOther($"/admin/groups/{added.Value}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var set = await groups.CurrentAsync(Cancel);
        return set.Find(id) is { } group && !Group.IsReserved(id) ? View("Group", new GroupView(group, set.DraftOf(group), set.DraftOf(group).Stamp(), GroupEditRules.WhyNotTouch(Viewer, group) is null)) : Refused(Refusal.NotFound);
    }

    /// <summary>Fields are named by the rights; what isn't sent stays.</summary>
    [HttpPost("{id:int}")]
    public async Task<IActionResult> Save(int id, [FromForm] GroupForm form)
    {
        var set = await groups.CurrentAsync(Cancel);
        if (set.Find(id) is not { } group || Group.IsReserved(id)) return Refused(Refusal.NotFound);
        var before = set.DraftOf(group);
        var draft = form.ToDraft(before, Request.Form);
        var refusal = form.Wrong(Request.Form) ?? await save.RunAsync(Viewer, id, draft, form.Stamp, Cancel);
        if (refusal is null) return SeeOther($"/admin/groups/{id}");
        return FormAgain(refusal, "Group", new GroupView(group, draft, before.Stamp(), true) { Theirs = refusal.Kind == RefusalKind.Conflict ? before : null });
    }

    [HttpGet("{id:int}/history")]
    public async Task<IActionResult> History(int id, long? before = null) =>
        (await groups.CurrentAsync(Cancel)).Find(id) is { } group && !Group.IsReserved(id) ? View("GroupHistory", new GroupHistoryView(group, await history.ReadAsync(id, before, Cancel))) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}/history/{line:long}/restore")]
    public async Task<IActionResult> Restore(int id, long line)
    {
        if (await history.RestoreAsync(Viewer, id, line, Cancel) is not { } refusal) return SeeOther($"/admin/groups/{id}/history");
        return (await groups.CurrentAsync(Cancel)).Find(id) is { } group ? FormAgain(refusal, "GroupHistory", new GroupHistoryView(group, await history.ReadAsync(id, null, Cancel))) : Refused(refusal);
    }

    [HttpGet("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id) => await desk.DeletionAsync(Viewer, id, Cancel) is { } page ? View("DeleteGroup", page) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id, [FromForm] DeleteGroupForm form)
    {
        if (await save.DeleteAsync(Viewer, id, form.IntoId, Cancel) is not { } refusal) return SeeOther("/admin/groups");
        return await desk.DeletionAsync(Viewer, id, Cancel) is { } page ? FormAgain(refusal, "DeleteGroup", page) : Refused(refusal);
    }
}

public sealed record GroupHistoryView(Group Group, GroupPast Past);

public sealed class DeleteGroupForm
{
    public int? IntoId { get; set; }
}

/// <summary>A group as typed; its rights are read from the request by name.</summary>
public sealed class GroupForm
{
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Stars { get; set; }
    public Rank? Rank { get; set; }
    public string? CreditsFrom { get; set; }
    public string? FileTypes { get; set; }
    public string? Stamp { get; set; }

    public GroupDraft ToDraft(GroupDraft before, IFormCollection fields) => before with
    {
        Title = Title ?? before.Title,
        TitleEn = TitleEn ?? (fields.ContainsKey(nameof(TitleEn)) ? "" : before.TitleEn),
        Stars = Number(Stars) ?? before.Stars,
        Rank = Rank ?? before.Rank,
        CreditsFrom = Number(CreditsFrom) ?? before.CreditsFrom,
        FileTypes = FileTypes ?? (fields.ContainsKey(nameof(FileTypes)) ? "" : before.FileTypes),
        Rights = RightShape.All.ToDictionary(s => s.Name, s => fields.ContainsKey(s.Name) ? Value(s, fields) ?? before.Rights.GetValueOrDefault(s.Name) : before.Rights.GetValueOrDefault(s.Name)),
    };

    /// <summary>What is no number can't become one.</summary>
    public Refusal? Wrong(IFormCollection fields) =>
        fields.ContainsKey(nameof(Stars)) && Number(Stars) is null ? Refusal.Invalid(nameof(Stars), "NumberOutOfRange", 0, GroupEditRules.MaxStars)
        : RightShape.All.FirstOrDefault(s => fields.ContainsKey(s.Name) && Value(s, fields) is null) is { } shape ? Refusal.Invalid(shape.Name, "NumberOutOfRange", 0, shape.Most) : null;

    private static int? Value(RightShape shape, IFormCollection fields) =>
        shape.IsFlag ? fields[shape.Name].LastOrDefault() == "true" ? 1 : 0 : Number(fields[shape.Name].FirstOrDefault());

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>One group's form; <see cref="Theirs"/> is what somebody else has saved meanwhile.</summary>
public sealed record GroupView(Group Group, GroupDraft Draft, string Stamp, bool MayChange)
{
    public GroupDraft? Theirs { get; init; }

    public string? TheirsOf(RightShape shape) =>
        Theirs is { } theirs && theirs.Rights.GetValueOrDefault(shape.Name) is var value && value != Draft.Rights.GetValueOrDefault(shape.Name) ? value.ToString(CultureInfo.CurrentCulture) : null;
}
