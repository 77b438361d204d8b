namespace ForumEngine.Words;

/// <summary>
/// Finds all of many patterns in one pass (Aho and Corasick 1975): time linear in the text and what is found, whatever the
/// number of patterns. Edges are in one open-addressed table; a node costs about 40 bytes. Never changed after it is built.
/// </summary>
internal sealed class Automaton
{
    private const int LetterBits = 21;

    private readonly int[] fail;
    private readonly int[] depth;

    /// <summary>The first pattern that ends at the node, -1 for none; further ones with the same letters through <see cref="same"/>.</summary>
    private readonly int[] ends;

    private readonly int[] same;

    /// <summary>The nearest shorter node, by failures, at which a pattern ends; 0 for none.</summary>
    private readonly int[] shorter;

    private long[] keys;
    private int[] targets;
    private int used;
    private int nodes = 1;

    public Automaton(IReadOnlyList<int[]> patterns)
    {
        var most = 1 + patterns.Sum(p => p.Length);
        (keys, targets) = (new long[Size(most)], new int[Size(most)]);
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
    public long Memory => keys.Length * 12L + nodes * 16L + same.Length * 4L;

    /// <summary>Calls <paramref name="found"/> with the pattern, and the first and last letter, in the order of the last.</summary>
    public void Find(IReadOnlyList<int> text, Action<int, int, int> found)
    {
        var at = 0;
        for (var i = 0; i < text.Count; i++)
        {
            int next;
            while ((next = Target(at, text[i])) < 0 && at != 0) at = fail[at];
            at = Math.Max(next, 0);
            for (var end = ends[at] >= 0 ? at : shorter[at]; end != 0; end = shorter[end])
                for (var pattern = ends[end]; pattern >= 0; pattern = same[pattern]) found(pattern, i - depth[end] + 1, i);
        }
    }

    private int Step(int from, int letter, int[] letters, int[] parents)
    {
        if (Target(from, letter) is >= 0 and var known) return known;
        if (++used * 2 > keys.Length) Grow();
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
            {
                at = fail[at];
                int next;
                while ((next = Target(at, letters[node])) < 0 && at != 0) at = fail[at];
                fail[node] = Math.Max(next, 0);
            }
            shorter[node] = ends[fail[node]] >= 0 ? fail[node] : shorter[fail[node]];
        }
    }

    private int Target(int from, int letter)
    {
        var key = Key(from, letter);
        for (var slot = Slot(key, keys.Length); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
            if (keys[slot] == key) return targets[slot];
        return -1;
    }

    private void Put(int from, int letter, int to)
    {
        var key = Key(from, letter);
        var slot = Slot(key, keys.Length);
        while (keys[slot] != 0) slot = (slot + 1) & (keys.Length - 1);
        (keys[slot], targets[slot]) = (key, to);
    }

    private void Grow() => Rehash(keys.Length * 2);

    private void Shrink()
    {
        if (Size(used) < keys.Length) Rehash(Size(used));
    }

    private void Rehash(int size)
    {
        var (oldKeys, oldTargets) = (keys, targets);
        (keys, targets) = (new long[size], new int[size]);
        for (var i = 0; i < oldKeys.Length; i++)
            if (oldKeys[i] != 0) Put((int)((oldKeys[i] - 1) >> LetterBits), (int)((oldKeys[i] - 1) & ((1 << LetterBits) - 1)), oldTargets[i]);
    }

    private static int Size(int entries)
    {
        var size = 16;
        while (size < entries * 2) size *= 2;
        return size;
    }

    private static long Key(int from, int letter) => ((long)from << LetterBits | (uint)letter) + 1;

    private static int Slot(long key, int size) => (int)((ulong)key * 0x9E3779B97F4A7C15UL >> 33) & (size - 1);
}
