namespace ForumEngine.Web.Mvc;

/// <summary>
/// Links to the pages of a list, for <c>_Pager.cshtml</c>. <paramref name="Last"/> is null where nobody counted: then
/// <paramref name="HasNext"/> decides about the next page. <paramref name="Url"/> gives a page's address.
/// </summary>
public sealed record Pager(int Current, int? Last, Func<int, string> Url, bool HasNext = false)
{
    /// <summary>The largest page that may be asked for when it is below <see cref="Last"/>; the pager then says so.</summary>
    public int? Reachable { get; init; }

    public bool IsNeeded => Current > 1 || Last > 1 || HasNext;
    public int? End => Last is { } last && Reachable is { } reach ? Math.Min(last, reach) : Last;
    public string? Previous => Current > 1 ? Url(Current - 1) : null;
    public string? Next => (End is { } end ? Current < end : HasNext) ? Url(Current + 1) : null;

    /// <summary>Page numbers to print around the current one, ends included; 0 stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var last = End ?? Current;
        var from = Math.Max(2, Math.Min(Current - 2, last - 4));
        var to = Math.Min(last - 1, Math.Max(Current + 2, 5));
        yield return 1;
        if (from > 2)
            yield return 0;
        for (var page = from; page <= to; page++)
            yield return page;
        if (to < last - 1)
            yield return 0;
        if (last > 1)
            yield return last;
    }

    /// <summary>Where the jump form goes, without its query.</summary>
    public string JumpPath => Url(1).Split('?')[0];

    /// <summary>The query the jump form must keep, page left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> JumpFields()
    {
        var url = Url(1);
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            yield break;
        foreach (var (key, values) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url[query..]))
            if (key != "page")
                foreach (var value in values)
                    yield return new(key, value ?? "");
    }
}
