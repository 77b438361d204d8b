using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>Gives a tag another name; a name that another tag has is a case for <see cref="MergeTag"/>.</summary>
public sealed class RenameTag(ForumDb db, TagDesk desk, Outbox outbox)
{
    public async Task<Refusal?> RunAsync(Viewer who, int id, string? typed, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var tag = found.Value;
        if (TagNames.Parse(typed) is not [var name]) return Refusal.Invalid("Name", "TagNameMissing");
        if (TagNames.WhyNotName(name) is { } wrong) return wrong with { Field = "Name" };
        if (name == tag.Name) return null;
        try
        {
            await db.InTransactionAsync(async () =>
            {
                await db.Tags.Where(t => t.Id == id)
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, name).SetProperty(x => x.Folded, TagNames.Fold(name)), cancel);
                await desk.FollowAsync(who, "tag.rename", id, new { from = tag.Name, to = name }, cancel);
            }, cancel);
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            return Refusal.Invalid("Name", "TagNameTaken", name);
        }
        outbox.Wake();
        return null;
    }
}
