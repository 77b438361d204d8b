using ForumEngine.Threads;
using Microsoft.AspNetCore.Http.Extensions;

namespace ForumEngine.Web.Threads;

/// <summary>The address of a page of results (surface.md).</summary>
public static class SearchAddress
{
    extension(SearchPage found)
    {
        public string Address(int page)
        {
            var query = new QueryBuilder { { "q", found.Text } };
            if (found.BoardId is { } board) query.Add("board", $"{board}");
            if (page > 1) query.Add("page", $"{page}");
            return $"/search{query}";
        }
    }
}
