namespace ForumEngine.Threads;

/// <summary>Where things stand. Page sizes are the site's, not the member's, or permalinks and caches would split.</summary>
public static class Paging
{
    /// <summary>The page a floor is on; floors count from 1 and pages too.</summary>
    public static int PageOfFloor(int floor, int postsPerPage) => (Math.Max(1, floor) - 1) / postsPerPage + 1;

    public static int Pages(long items, int perPage) => (int)Math.Max(1, (items + perPage - 1) / perPage);

    /// <summary>The address of a floor on its page; <paramref name="newestFirstFrom"/> is the last floor of a thread that opens with it.</summary>
    public static string FloorUrl(long threadId, int floor, int postsPerPage, int? newestFirstFrom = null)
    {
        var page = newestFirstFrom is { } last && floor > 1 ? Math.Max(0, last - floor) / postsPerPage + 1 : PageOfFloor(floor, postsPerPage);
        return $"/threads/{threadId}?page={page}#floor-{floor}";
    }
}
