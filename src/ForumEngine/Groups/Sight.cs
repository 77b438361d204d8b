using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Groups;

/// <summary>Guards against the change after which nobody but staff sees anything: asked before it and after, in its transaction.</summary>
internal sealed class Sight
{
    private readonly bool before;

    private Sight(bool before) => this.before = before;

    public static async Task<Sight> OfAsync(ForumDb db, CancellationToken cancel) => new(await AnybodySeesAsync(db, cancel));

    /// <summary>After the change has been saved; the refusal rolls it back.</summary>
    public async Task<Refusal?> WhyNotAsync(ForumDb db, string field, CancellationToken cancel) =>
        !before || await AnybodySeesAsync(db, cancel) ? null : Refusal.Invalid(field, "NobodySees");

    private static async Task<bool> AnybodySeesAsync(ForumDb db, CancellationToken cancel)
    {
        var tree = await BoardTrees.LoadAsync(db, cancel);
        var groups = new GroupSet(await db.Groups.ToListAsync(cancel), await db.GroupRules.ToListAsync(cancel));
        return groups.All.Where(g => g.Rank == Rank.Member && !Group.IsReserved(g.Id)).Any(g => groups.ViewerOf(g.Id, DateTime.MaxValue) is var viewer && tree.All.Any(b => viewer.MayKnow(b)));
    }
}
