using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;

namespace ForumEngine.Words;

/// <summary>A part of what was written: the form's field, its text, and whether tags are read in it.</summary>
public sealed record WordField(string Name, string Text, bool HasMarkup = false);

/// <summary>A word that was found: of which entry, and how it stood there.</summary>
public sealed record WordFound(int WordId, string Word, WordAction Action, string Category, string Field, string Seen);

/// <summary>
/// What the filter says: <paramref name="Texts"/> are the fields in their order, with the replacements in them;
/// <paramref name="Refusal"/> names the words that aren't taken.
/// </summary>
public sealed record WordVerdict(Refusal? Refusal, IReadOnlyList<string> Texts, IReadOnlyList<WordFound> Found)
{
    public bool NeedsReview => Found.Any(f => f.Action == WordAction.Review);
    public IEnumerable<WordFound> Flags => Found.Where(f => f.Action == WordAction.Flag);
}

/// <summary>Asks the word filter about everything that somebody writes at once (features.md B7).</summary>
public sealed class CheckWords(WordFilter filter, WordHits hits)
{
    /// <summary>Named in one refusal.</summary>
    private const int MostNamed = 5;

    /// <summary>Whom the filter doesn't stop.</summary>
    public static bool Skips(Viewer who) => who.Has(GroupRight.IgnoreWords);

    public async ValueTask<WordVerdict> RunAsync(Viewer who, BoardNode? board, IReadOnlyList<WordField> fields, CancellationToken cancel)
    {
        var list = Skips(who) ? WordList.Empty : await filter.CurrentAsync(cancel);
        var verdict = Judge(list, board, fields);
        hits.Add(verdict.Found, who.Now);
        return verdict;
    }

    /// <summary>
    /// The same for a text that has no queue to wait in: a signature, say. Words for review are refused there, as Discuz can do too.
    /// </summary>
    public async ValueTask<WordVerdict> RunStrictAsync(Viewer who, IReadOnlyList<WordField> fields, CancellationToken cancel, BoardNode? board = null)
    {
        var verdict = await RunAsync(who, board, fields, cancel);
        return verdict with { Refusal = verdict.Refusal ?? Refuse(verdict.Found, WordAction.Review) };
    }

    /// <summary>A name that somebody chooses: nothing is replaced in it either.</summary>
    public async ValueTask<Refusal?> WhyNotNameAsync(Viewer who, string field, string name, CancellationToken cancel)
    {
        var verdict = await RunStrictAsync(who, [new(field, name)], cancel);
        return verdict.Refusal ?? Refuse(verdict.Found, WordAction.Replace);
    }

    /// <summary>Pure; counts nothing.</summary>
    public static WordVerdict Judge(WordList list, BoardNode? board, IReadOnlyList<WordField> fields)
    {
        if (list.Count == 0) return new WordVerdict(null, [.. fields.Select(f => f.Text)], []);
        var (texts, found) = (new List<string>(), new List<WordFound>());
        foreach (var field in fields)
        {
            var runs = field.HasMarkup ? SourceRuns.Of(field.Text) : SourceRuns.OfLine(field.Text);
            var here = list.Find(runs, board);
            found.AddRange(here.Select(h => new WordFound(h.Word.Id, h.Word.Text, h.Word.Action, h.Word.Category, field.Name, h.Seen(runs))));
            texts.Add(here.Any(h => h.Word.Action == WordAction.Replace) ? Replacing.In(runs, here) : field.Text);
        }
        return new WordVerdict(Refuse(found, WordAction.Reject), texts, found);
    }

    private static Refusal? Refuse(IReadOnlyList<WordFound> found, WordAction action)
    {
        if (found.FirstOrDefault(f => f.Action == action) is not { } first) return null;
        var seen = found.Where(f => f.Action == action).Select(f => f.Seen).Distinct().Take(MostNamed);
        return Refusal.Invalid(first.Field, "WordsRejected", string.Join(" · ", seen));
    }
}
