using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>The id source must be ahead of every post, or the next post would take an id that is in use.</summary>
internal sealed class SequenceCheck() : Check("sequence.posts")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var highest = await db.Posts.MaxAsync(p => (long?)p.Id, cancel) ?? 0;
        var next = await db.Sequences.Where(s => s.Name == Sequence.Posts).Select(s => s.Next).SingleOrDefaultAsync(cancel);
        if (next > highest) return Found([]);
        if (repair)
            await db.Sequences.Where(s => s.Name == Sequence.Posts && s.Next <= highest)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Next, highest + 1), cancel);
        return Found([string.Create(CultureInfo.InvariantCulture, $"the next id is {next}, the highest in use {highest}")], repair);
    }
}
