namespace ForumEngine.Setup;

/// <summary>Who wrote which floor of which thread, and when: pure functions of the order.</summary>
internal sealed class BenchPlan
{
    private const int Years = 3;
    private readonly BenchOrder order;
    private readonly BenchHash hash;
    private readonly DateTime end;
    private readonly int[] lengths;

    public BenchPlan(BenchOrder order, DateTime now)
    {
        this.order = order;
        hash = new BenchHash(order.Seed);
        end = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        lengths = Lengths();
    }

    public int Threads => lengths.Length;

    /// <summary>Posts of a thread, its first included.</summary>
    public int Length(int thread) => lengths[thread];

    /// <summary>Half of all threads are in the first quarter of the boards, as on living sites.</summary>
    public int Board(int thread) => hash.Below(2, thread, -1) == 0
        ? hash.Below((order.Boards + 3) / 4, thread, -2) : hash.Below(order.Boards, thread, -2);

    /// <summary>Some members write much more than others.</summary>
    public int Author(int thread, int floor) => hash.Below(3, thread, floor * 2L) == 0
        ? hash.Below((order.Members + 9) / 10, thread, floor * 2L + 1) : hash.Below(order.Members, thread, floor * 2L + 1);

    public int Text(int thread, int floor, int stock) => hash.Below(stock, -thread - 1, floor);

    public int Views(int thread) => Length(thread) * 7 + hash.Below(200, thread, -3);

    public DateTime JoinedAt(int member) => end.AddDays(-365.0 * Years).AddSeconds((long)(365.0 * 86400 * Years * member / order.Members));

    /// <summary>Threads start evenly over the years and are talked about for a month at most, never beyond now.</summary>
    public DateTime PostedAt(int thread, int floor)
    {
        var start = end.AddSeconds(-(long)(365.0 * 86400 * Years * (Threads - thread) / Threads));
        var span = Math.Min((end - start).TotalSeconds, 86400 * (1 + hash.Below(30, thread, -4)));
        return start.AddSeconds((long)(span * (floor - 1) / lengths[thread]));
    }

    /// <summary>The last thread but ten is the big one; the other posts are dealt out unevenly, the rest one by one.</summary>
    private int[] Lengths()
    {
        var result = new int[order.Threads];
        var big = order.BigThread > 0 ? Math.Max(0, order.Threads - 10) : -1;
        var left = order.Posts - order.Threads - Math.Max(0, order.BigThread - 1);
        var mean = Math.Max(1, left / order.Threads);
        for (var thread = 0; thread < result.Length; thread++)
        {
            var replies = thread == big ? order.BigThread - 1 : Math.Min(left, hash.Below(2 * mean + 1, thread, -5));
            if (thread != big) left -= replies;
            result[thread] = 1 + replies;
        }
        for (var thread = 0; left > 0; thread = (thread + 1) % result.Length)
        {
            if (thread == big && result.Length > 1) continue;
            result[thread]++;
            left--;
        }
        return result;
    }
}
