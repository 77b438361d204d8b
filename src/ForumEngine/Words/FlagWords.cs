using ForumEngine.Reports;
using ForumEngine.Storage;

namespace ForumEngine.Words;

/// <summary>Words of the action "flag": the post is published, and staff find it among the reports.</summary>
public sealed class FlagWords(FlagPost flag)
{
    private const string Rule = "words";

    /// <summary>In the caller's transaction, in which the post is saved already; nothing when no such word was found.</summary>
    public async Task RunAsync(ForumDb db, long postId, IReadOnlyList<WordFound> found, DateTime now, CancellationToken cancel)
    {
        var seen = found.Where(f => f.Action == WordAction.Flag).Select(f => f.Seen).Distinct().ToList();
        if (seen.Count > 0) await flag.RunAsync(db, new PostFlag(postId, Rule, CaseCategory.Other, string.Join(" · ", seen)), now, cancel);
    }
}
