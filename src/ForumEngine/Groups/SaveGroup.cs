using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Groups;

/// <summary>Adds a group, as a copy of another, or changes one; and deletes it, its members going into another.</summary>
public sealed class SaveGroup(ForumDb db, Versions versions)
{
    /// <summary>A group of one's own, or another step of credits, with the rights of the one it is copied from.</summary>
    public async Task<Outcome<int>> AddAsync(Viewer who, int fromId, GroupKind kind, string? title, int? creditsFrom, CancellationToken cancel)
    {
        if (!who.IsAdministrator || kind == GroupKind.System) return Refusal.NotFound;
        var added = await db.InTransactionAsync<Outcome<int>>(async () =>
        {
            await BumpAsync(cancel);
            var groups = await db.Groups.ToListAsync(cancel);
            if (groups.Find(g => g.Id == fromId) is not { } from || Group.IsReserved(fromId)) return Refusal.NotFound;
            var rules = await db.GroupRules.Where(r => r.GroupId == fromId).ToListAsync(cancel);
            // A step of credits is nobody's rank; nobody makes their own.
            var rank = kind == GroupKind.Special && from.Rank < who.Rank && from.Rank <= Rank.SuperModerator ? from.Rank : Rank.Member;
            var draft = GroupDraft.Of(from, rules) with { Title = (title ?? "").Trim(), TitleEn = "", Rank = rank, CreditsFrom = kind == GroupKind.Member ? creditsFrom : null };
            if (GroupEditRules.Check(who, kind, draft, groups) is { } wrong) return wrong;
            var group = new Group { Kind = kind, Title = draft.Title, Stars = draft.Stars, Rank = rank, CreditsFrom = draft.CreditsFrom, FileTypes = draft.FileTypes, Id = Math.Max(100, groups.Max(g => g.Id) + 1) };
            db.Groups.Add(group);
            await db.SaveChangesAsync(cancel);
            db.GroupRules.AddRange(rules.Select(r => new GroupRule { GroupId = group.Id, Right = r.Right, Value = r.Value }));
            db.BoardCells.AddRange((await db.BoardCells.Where(c => c.GroupId == fromId).ToListAsync(cancel)).Select(c => new Boards.BoardCell { BoardId = c.BoardId, GroupId = group.Id, Right = c.Right, Allow = c.Allow }));
            db.Log(who, "group.add", details: Json(new { group.Id, group.Title, copiedFrom = fromId }));
            await db.SaveChangesAsync(cancel);
            return group.Id;
        }, cancel);
        versions.Forget();
        return added;
    }

    /// <summary><paramref name="stamp"/> is the draft's that the form was made of; another one is a conflict.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int id, GroupDraft draft, string? stamp, CancellationToken cancel)
    {
        draft = draft with { Title = draft.Title.Trim(), TitleEn = draft.TitleEn.Trim(), FileTypes = draft.FileTypes.Trim().ToLowerInvariant() };
        var refusal = await db.InTransactionAsync(() => ChangeAsync(who, id, draft, stamp, cancel), cancel);
        versions.Forget();
        return refusal;
    }

    private async Task<Refusal?> ChangeAsync(Viewer who, int id, GroupDraft draft, string? stamp, CancellationToken cancel)
    {
        await BumpAsync(cancel);
        var groups = await db.Groups.AsTracking().ToListAsync(cancel);
        var group = groups.Find(g => g.Id == id);
        if (GroupEditRules.WhyNotTouch(who, group) is { } refused) return refused;
        var rules = await db.GroupRules.AsTracking().Where(r => r.GroupId == id).ToListAsync(cancel);
        var before = GroupDraft.Of(group!, rules);
        if (stamp is not null && stamp != before.Stamp()) return new Refusal(RefusalKind.Conflict, "GroupChangedMeanwhile", group!.Title);
        // What a group of this kind hasn't got stays as it is.
        if (group!.Kind != GroupKind.Special) draft = draft with { Rank = before.Rank };
        if (group.Kind != GroupKind.Member) draft = draft with { CreditsFrom = before.CreditsFrom };
        // A rank that it has already is no question.
        var asked = draft with { Rank = draft.Rank == before.Rank ? Rank.Member : draft.Rank };
        if (GroupEditRules.Check(who, group.Kind, asked, [.. groups.Where(g => g.Id != id)]) is { } wrong) return wrong;
        var sight = await Sight.OfAsync(db, cancel);
        (group.Title, group.TitleEn, group.Stars, group.Rank, group.CreditsFrom, group.FileTypes) = (draft.Title, draft.TitleEn, draft.Stars, draft.Rank, draft.CreditsFrom, draft.FileTypes);
        foreach (var shape in RightShape.All)
        {
            if (!draft.Rights.TryGetValue(shape.Name, out var value)) continue;
            if (rules.Find(r => r.Right == shape.Name) is { } rule) rule.Value = value;
            else if (value != 0) db.GroupRules.Add(new GroupRule { GroupId = id, Right = shape.Name, Value = value });
        }
        var (old, now) = (before.Facts(), (draft with { Rights = before.Rights.Concat(draft.Rights).GroupBy(r => r.Key).ToDictionary(r => r.Key, r => r.Last().Value) }).Facts());
        var differ = old.Keys.Union(now.Keys).Where(k => old.GetValueOrDefault(k, "0") != now.GetValueOrDefault(k, "0")).ToList();
        if (differ.Count == 0) return null;
        db.Log(who, "group.change", details: Json(new { id, from = differ.ToDictionary(k => k, k => old.GetValueOrDefault(k, "0")), to = differ.ToDictionary(k => k, k => now.GetValueOrDefault(k, "0")) }));
        await db.SaveChangesAsync(cancel);
        return await sight.WhyNotAsync(db, nameof(BoardRight.View), cancel);
    }

    /// <summary>System groups stay. Members of the group go into <paramref name="intoId"/>, which is a member's group.</summary>
    public async Task<Refusal?> DeleteAsync(Viewer who, int id, int? intoId, CancellationToken cancel)
    {
        var refusal = await db.InTransactionAsync(async () =>
        {
            await BumpAsync(cancel);
            var groups = await db.Groups.ToListAsync(cancel);
            var group = groups.Find(g => g.Id == id);
            if (GroupEditRules.WhyNotTouch(who, group) is { } refused) return refused;
            if (group!.Kind == GroupKind.System || id == Group.Newcomers) return Refusal.Forbidden("GroupStays");
            var into = groups.Find(g => g.Id == intoId && g.Id != id && g is { Rank: Rank.Member } && g.Id is not (Group.Guests or Group.Waiting) && !Group.IsReserved(g.Id));
            if (into is null && await db.Members.AnyAsync(m => m.GroupId == id, cancel)) return Refusal.Invalid("IntoId", "GroupHasMembers");
            var sight = await Sight.OfAsync(db, cancel);
            var moved = into is null ? 0 : await db.Members.Where(m => m.GroupId == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupId, into.Id), cancel);
            await db.MemberGroups.Where(g => g.GroupId == id).ExecuteDeleteAsync(cancel);
            await db.BoardCells.Where(c => c.GroupId == id).ExecuteDeleteAsync(cancel);
            await db.GroupRules.Where(r => r.GroupId == id).ExecuteDeleteAsync(cancel);
            await db.Groups.Where(g => g.Id == id).ExecuteDeleteAsync(cancel);
            db.Log(who, "group.delete", details: Json(new { id, group.Title, members = moved, into = into?.Id }));
            await db.SaveChangesAsync(cancel);
            return await sight.WhyNotAsync(db, "IntoId", cancel);
        }, cancel);
        versions.Forget();
        return refusal;
    }

    /// <summary>First of all, since its rows are the lock: who comes second reads what the first has written.</summary>
    private async Task BumpAsync(CancellationToken cancel)
    {
        await Versions.BumpAsync(db, Kinds.Groups, cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
    }

    private static string Json(object details) => Boards.BoardLog.Json(details);
}
