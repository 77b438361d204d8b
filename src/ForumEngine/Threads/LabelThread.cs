using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Tags;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Type and tags as an edit wants them; null stays as it is.</summary>
public sealed record Labels(int? TypeId, bool ChangesType, IReadOnlyList<Tag>? Tags)
{
    public static readonly Labels Same = new(null, false, null);
}

/// <summary>Changes type and tags of a thread together with its first post.</summary>
public sealed class LabelThread(ForumDb db, ResolveTags resolve, SetTags tags)
{
    /// <summary>
    /// Before the transaction. What isn't changed is not judged: a type that staff gave stays when its author mends a word.
    /// <paramref name="typeId"/> 0 takes the type away.
    /// </summary>
    public async Task<Outcome<Labels>> PrepareAsync(Viewer who, BoardNode board, Thread thread, int? typeId, string? typedTags, CancellationToken cancel)
    {
        var changesType = typeId is { } type && type != (thread.TypeId ?? 0);
        if (changesType && PostRules.WhyNotType(who, board, typeId) is { } wrongType) return wrongType;
        var labels = new Labels(typeId is > 0 ? typeId : null, changesType, null);
        if (typedTags is null) return labels;

        var names = TagNames.Parse(typedTags);
        if (names.Select(TagNames.Fold).ToHashSet().SetEquals(TagNames.Split(thread.TagNames).Select(TagNames.Fold))) return labels;
        if (TagNames.WhyNot(who, names) is { } wrong) return wrong;
        var carried = await resolve.RunAsync(names, cancel);
        return carried.Refusal is { } unusable ? unusable : labels with { Tags = carried.Value };
    }

    /// <summary>In the transaction that writes the post.</summary>
    public async Task<Refusal?> WriteAsync(long threadId, Labels labels, CancellationToken cancel)
    {
        if (labels.ChangesType)
            await db.Threads.Where(t => t.Id == threadId).ExecuteUpdateAsync(t => t.SetProperty(x => x.TypeId, labels.TypeId), cancel);
        return labels.Tags is { } wanted ? await tags.RunAsync(threadId, wanted, cancel) : null;
    }
}
