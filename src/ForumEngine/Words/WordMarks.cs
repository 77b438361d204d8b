using System.Text;
using ForumEngine.Boards;
using ForumEngine.Markup;

namespace ForumEngine.Words;

/// <summary>Marks in a rendered post what the filter finds in its source: two characters of the private plane carry the places through the markup.</summary>
public static class WordMarks
{
    private const char Open = '\uE0B0', Close = '\uE0B1';

    /// <summary>The source with marks in its words; never in the values of tags.</summary>
    public static string Put(string source, WordList list, BoardNode? board)
    {
        var runs = SourceRuns.Of(source.Replace(Open, ' ').Replace(Close, ' '));
        var hits = list.Find(runs, board);
        if (hits.Count == 0) return runs.Source;
        var marked = new StringBuilder(runs.Source.Length + hits.Count * 2);
        var (at, next) = (0, 0);
        foreach (var run in runs.Runs.Where(r => r.Kind == RunKind.Words))
        {
            marked.Append(runs.Source, at, run.Start - at);
            at = run.Start;
            while (next < hits.Count && hits[next].End <= at) next++;
            for (var i = next; i < hits.Count && hits[i].Start < run.End; i++)
            {
                var (start, end) = (Math.Max(hits[i].Start, at), Math.Min(hits[i].End, run.End));
                if (start >= end) continue;
                marked.Append(runs.Source, at, start - at).Append(Open).Append(runs.Source, start, end - start).Append(Close);
                at = end;
            }
        }
        return marked.Append(runs.Source, at, runs.Source.Length - at).ToString();
    }

    /// <summary>In the text of the HTML they become mark elements, in its tags they go.</summary>
    public static string Show(string html)
    {
        if (!html.Contains(Open, StringComparison.Ordinal) && !html.Contains(Close, StringComparison.Ordinal)) return html;
        var shown = new StringBuilder(html.Length + 100);
        var (inTag, isOpen) = (false, false);
        foreach (var c in html)
        {
            if (c is '<' or '>')
            {
                // A mark never reaches over a tag.
                if (isOpen && c == '<') shown.Append("</mark>");
                if (c == '<') isOpen = false;
                inTag = c == '<';
            }
            if (c is not (Open or Close)) shown.Append(c);
            else if (!inTag && c == Open != isOpen)
            {
                shown.Append(c == Open ? "<mark>" : "</mark>");
                isOpen = c == Open;
            }
        }
        return shown.ToString();
    }
}
