namespace ForumEngine.Words;

/// <summary>
/// Finds all of many patterns in one pass (Aho and Corasick 1975): time linear in the text and what is found, whatever the
/// number of patterns. Edges are in one open-addressed table, those of the root, where most letters of a text lead, in one by letter;
/// a node costs about 50 bytes. Never changed after it is built.
/// </summary>
internal sealed class Automaton
{
    private const int LetterBits = 21;
    private const int LastRoot = 0xFFFF;

    private readonly int[] fail;
    private readonly int[] depth;

    /// <summary>The first pattern that ends at the node, -1 for none; further ones with the same letters through <see cref="same"/>.</summary>
    private readonly int[] ends;

    private readonly int[] same;

    /// <summary>The nearest shorter node, by failures, at which a pattern ends; 0 for none.</summary>
    private readonly int[] shorter;

    private readonly int[] roots;
    private Edge[] edges;
    private int used;
    private int nodes = 1;

    public Automaton(IReadOnlyList<int[]> patterns)
    {
        var most = 1 + patterns.Sum(p => p.Length);
        edges = new Edge[Size(most)];
        roots = new int[1 + Math.Min(LastRoot, patterns.Max(p => p[0]))];
        (depth, ends, same) = (new int[most], new int[most], new int[patterns.Count]);
        var letters = new int[most];
        var parents = new int[most];
        Array.Fill(ends, -1);
        for (var p = 0; p < patterns.Count; p++)
        {
            var at = 0;
            foreach (var letter in patterns[p]) at = Step(at, letter, letters, parents);
            (same[p], ends[at]) = (ends[at], p);
        }
        (fail, shorter) = (new int[nodes], new int[nodes]);
        Link(letters, parents);
        Array.Resize(ref depth, nodes);
        Array.Resize(ref ends, nodes);
        Shrink();
    }

    public int Nodes => nodes;

    /// <summary>Bytes of the tables.</summary>
    public long Memory => edges.Length * 16L + (nodes * 4L + same.Length + roots.Length) * 4L;

    /// <summary>Calls <paramref name="found"/> with the pattern, and the first and last letter, in the order of the last.</summary>
    public void Find(ReadOnlySpan<Letter> text, Action<int, int, int> found)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            at = Next(at, text[i].Value);
            if (at == 0) continue;
            for (var end = ends[at] >= 0 ? at : shorter[at]; end != 0; end = shorter[end])
                for (var pattern = ends[end]; pattern >= 0; pattern = same[pattern]) found(pattern, i - depth[end] + 1, i);
        }
    }

    /// <summary>Along the failures to the longest beginning of a pattern that ends with the letter.</summary>
    private int Next(int at, int letter)
    {
        int next;
        while ((next = Target(at, letter)) < 0 && at != 0) at = fail[at];
        return Math.Max(next, 0);
    }

    private int Step(int from, int letter, int[] letters, int[] parents)
    {
        if (Target(from, letter) is >= 0 and var known) return known;
        Put(from, letter, nodes);
        (letters[nodes], parents[nodes], depth[nodes]) = (letter, from, depth[from] + 1);
        return nodes++;
    }

    /// <summary>In the order of depth, so that the shorter ones are linked already.</summary>
    private void Link(int[] letters, int[] parents)
    {
        foreach (var node in Enumerable.Range(1, nodes - 1).OrderBy(n => depth[n]))
        {
            var at = parents[node];
            if (at != 0)
                fail[node] = Next(fail[at], letters[node]);
            shorter[node] = ends[fail[node]] >= 0 ? fail[node] : shorter[fail[node]];
        }
    }

    /// <summary>-1 for none; at the root those without one stay there.</summary>
    private int Target(int from, int letter)
    {
        if (from == 0 && letter <= LastRoot) return letter < roots.Length && roots[letter] > 0 ? roots[letter] : -1;
        var key = Key(from, letter);
        for (var slot = Slot(key, edges.Length); edges[slot].Key != 0; slot = (slot + 1) & (edges.Length - 1))
            if (edges[slot].Key == key) return edges[slot].To;
        return -1;
    }

    private void Put(int from, int letter, int to)
    {
        if (from == 0 && letter <= LastRoot)
        {
            roots[letter] = to;
            return;
        }
        if (++used * 2 > edges.Length) Rehash(edges.Length * 2);
        Put(new Edge(Key(from, letter), to));
    }

    private void Put(Edge edge)
    {
        var slot = Slot(edge.Key, edges.Length);
        while (edges[slot].Key != 0) slot = (slot + 1) & (edges.Length - 1);
        edges[slot] = edge;
    }

    private void Shrink()
    {
        if (Size(used) < edges.Length) Rehash(Size(used));
    }

    private void Rehash(int size)
    {
        var old = edges;
        edges = new Edge[size];
        foreach (var edge in old)
            if (edge.Key != 0) Put(edge);
    }

    private static int Size(int entries)
    {
        var size = 16;
        while (size < entries * 2) size *= 2;
        return size;
    }

    private static long Key(int from, int letter) => ((long)from << LetterBits | (uint)letter) + 1;

    /// <summary>The key is 0 where there is none.</summary>
    private readonly record struct Edge(long Key, int To);

    private static int Slot(long key, int size) => (int)((ulong)key * 0x9E3779B97F4A7C15UL >> 33) & (size - 1);
}
