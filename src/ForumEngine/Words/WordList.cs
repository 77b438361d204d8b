using System.Diagnostics;
using ForumEngine.Boards;
using ForumEngine.Markup;

namespace ForumEngine.Words;

/// <summary>
/// All entries that are on, ready to be looked for: one automaton for the letters, and one more each for entries that are also
/// read by their look or sound. Never changed after it is built; shared by all requests.
/// </summary>
public sealed class WordList
{
    /// <summary>More are not collected from one text: only a list made for it has them.</summary>
    private const int MostHits = 20_000;

    public static readonly WordList Empty = new(0, []);

    private readonly Word[] words;
    private readonly int[][] boards;
    private readonly Shelf[] shelves;

    public WordList(long version, IEnumerable<Word> entries)
    {
        var clock = Stopwatch.GetTimestamp();
        Version = version;
        words = [.. entries];
        boards = [.. words.Select(w => WordBoards.Read(w.Boards))];
        shelves = [.. Enum.GetValues<Reading>().Select(r => Shelf.Of(words, r)).OfType<Shelf>()];
        BuiltIn = Stopwatch.GetElapsedTime(clock);
    }

    public long Version { get; }
    public int Count => words.Length;
    public TimeSpan BuiltIn { get; }
    public int Nodes => shelves.Sum(s => s.Automaton.Nodes);

    /// <summary>Bytes of the automatons.</summary>
    public long Memory => shelves.Sum(s => s.Automaton.Memory);

    /// <summary>What is found in the text as it would stand in this board, in the order of the source; null is no board.</summary>
    public IReadOnlyList<WordHit> Find(SourceRuns text, BoardNode? board)
    {
        if (words.Length == 0) return [];
        Dictionary<(int Entry, int Start), WordHit>? hits = null;
        foreach (var shelf in shelves)
        {
            using var folded = FoldedText.Of(text, shelf.Reading);
            shelf.Find(folded, (entry, start, end) =>
            {
                if (HoldsIn(entry, board) && (hits ??= []).Count < MostHits) hits.TryAdd((entry, start), new WordHit(words[entry], start, end));
            });
        }
        if (hits is null) return [];
        var allowed = hits.Values.Where(h => h.Word.Action == WordAction.Allow).ToList();
        return [.. hits.Values.Where(h => h.Word.Action != WordAction.Allow && !allowed.Exists(a => a.Start <= h.Start && a.End >= h.End)).OrderBy(h => h.Start).ThenByDescending(h => h.End)];
    }

    private bool HoldsIn(int entry, BoardNode? board) =>
        boards[entry].Length == 0 || (board is not null && boards[entry].Any(b => board.PathIds.Contains(b)));

    /// <summary>The entries of one reading.</summary>
    private sealed class Shelf(Reading reading, List<WordPattern> patterns, List<(int Pattern, int Piece)> owners)
    {
        public Reading Reading => reading;
        public Automaton Automaton { get; } = new([.. owners.Select(o => patterns[o.Pattern].Pieces[o.Piece].Letters)]);

        public static Shelf? Of(Word[] words, Reading reading)
        {
            var patterns = new List<WordPattern>();
            for (var i = 0; i < words.Length; i++)
                if (IsRead(words[i].Options, reading) && WordPattern.Of(i, words[i].Text, words[i].Options, reading) is { } pattern) patterns.Add(pattern);
            if (patterns.Count == 0) return null;
            return new Shelf(reading, patterns, [.. patterns.SelectMany((p, i) => Enumerable.Range(0, p.Pieces.Count).Select(piece => (i, piece)))]);
        }

        private static bool IsRead(WordOptions options, Reading reading) => reading switch
        {
            Reading.Letters => true,
            Reading.LookAlike => options.HasFlag(WordOptions.LookAlike),
            _ => options.HasFlag(WordOptions.Pinyin),
        };

        /// <summary>Calls with the entry and its place in the source. Of the pieces of an entry the latest places are kept, so this stays linear.</summary>
        public void Find(FoldedText text, Action<int, int, int> found)
        {
            Dictionary<(int Pattern, int Piece), (int First, int Last)>? reached = null;
            Automaton.Find(text.Letters, (owner, first, last) =>
            {
                var (number, at) = owners[owner];
                var pattern = patterns[number];
                var piece = pattern.Pieces[at];
                if (!pattern.Accepts(piece, text, first, last)) return;
                var begin = first;
                if (at > 0)
                {
                    if (reached is null || !reached.TryGetValue((number, at - 1), out var before) || before.Last >= first || first - before.Last - 1 > piece.Hole) return;
                    begin = before.First;
                }
                if (at == pattern.Pieces.Count - 1) found(pattern.Entry, text.Letters[begin].Start, text.Letters[last].End);
                else (reached ??= [])[(number, at)] = (begin, last);
            });
        }
    }
}

/// <summary>The boards of an entry as its column holds them.</summary>
public static class WordBoards
{
    public static int[] Read(string ids) => ids.Length == 0 ? [] :
        [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.TryParse(n, out var id) ? id : 0).Where(id => id > 0)];

    public static string Write(IEnumerable<int> ids) => string.Join(',', ids.Distinct().Order());
}
