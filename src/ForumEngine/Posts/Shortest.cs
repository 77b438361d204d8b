namespace ForumEngine.Posts;

/// <summary>The fewest pieces to take out and put in (Myers 1986, the greedy form).</summary>
internal static class Shortest
{
    /// <summary>Past so many changed pieces nobody reads a comparison; time and memory grow with its square.</summary>
    private const int MostChanges = 1000;

    /// <summary>Null when more than <see cref="MostChanges"/> pieces differ.</summary>
    public static IReadOnlyList<DiffPart>? Path(List<string> before, List<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head]) head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        var middle = Middle(before[head..^tail], after[head..^tail]);
        if (middle is null) return null;
        return [.. before[..head].Select(Same), .. middle, .. before[^tail..].Select(Same)];
    }

    private static DiffPart Same(string piece) => new(DiffKind.Same, piece);

    private static List<DiffPart>? Middle(List<string> a, List<string> b)
    {
        var most = Math.Min(a.Count + b.Count, MostChanges);
        var reach = new int[2 * most + 3];
        var trace = new List<int[]>();
        for (var changes = 0; changes <= most; changes++)
        {
            trace.Add(reach[(most + 1 - changes)..(most + 2 + changes)]);
            for (var k = -changes; k <= changes; k += 2)
            {
                var down = k == -changes || (k != changes && reach[most + k] < reach[most + 2 + k]);
                var x = down ? reach[most + 2 + k] : reach[most + k] + 1;
                while (x < a.Count && x - k < b.Count && a[x] == b[x - k]) x++;
                reach[most + 1 + k] = x;
                if (x >= a.Count && x - k >= b.Count) return Back(a, b, trace, changes);
            }
        }
        return null;
    }

    /// <summary>From the end: at each step the row of reaches says which way it came.</summary>
    private static List<DiffPart> Back(List<string> a, List<string> b, List<int[]> trace, int changes)
    {
        var parts = new List<DiffPart>();
        var (x, y) = (a.Count, b.Count);
        for (var d = changes; d > 0; d--)
        {
            int Reach(int k) => k < -d || k > d ? -1 : trace[d][k + d];
            var k = x - y;
            var down = k == -d || (k != d && Reach(k - 1) < Reach(k + 1));
            var fromX = down ? Reach(k + 1) : Reach(k - 1);
            for (var start = down ? fromX : fromX + 1; x > start; y--) parts.Add(Same(a[--x]));
            if (down) parts.Add(new DiffPart(DiffKind.New, b[--y]));
            else parts.Add(new DiffPart(DiffKind.Gone, a[--x]));
        }
        while (x > 0) parts.Add(Same(a[--x]));
        parts.Reverse();
        return parts;
    }
}
