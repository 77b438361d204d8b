using System.Text;
using ForumEngine.Markup;

namespace ForumEngine.Words;

/// <summary>Puts replacements into a source: the letters and what stood between them go, tags stay where they were.</summary>
internal static class Replacing
{
    /// <summary>Of hits that overlap the first counts, and of those that begin together the longest.</summary>
    public static string In(SourceRuns text, IEnumerable<WordHit> hits)
    {
        var changed = new StringBuilder(text.Source.Length);
        var at = 0;
        foreach (var hit in hits.Where(h => h.Word.Action == WordAction.Replace))
        {
            if (hit.Start < at) continue;
            changed.Append(text.Source, at, hit.Start - at).Append(hit.Word.Replacement);
            CopyTags(text, hit, changed);
            at = hit.End;
        }
        return changed.Append(text.Source, at, text.Source.Length - at).ToString();
    }

    /// <summary>What lies between the words of the hit.</summary>
    private static void CopyTags(SourceRuns text, WordHit hit, StringBuilder to)
    {
        var kind = text.Runs.First(r => r.Kind != RunKind.Break && r.Start <= hit.Start && r.End > hit.Start).Kind;
        var at = hit.Start;
        foreach (var run in text.Runs.Where(r => r.Kind == kind && r.End > hit.Start && r.Start < hit.End))
        {
            if (run.Start > at) to.Append(text.Source, at, run.Start - at);
            at = run.End;
        }
    }
}
