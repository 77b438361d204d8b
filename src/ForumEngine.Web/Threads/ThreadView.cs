using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Extensions;

namespace ForumEngine.Web.Threads;

/// <summary>A thread's page with what its view needs besides.</summary>
public sealed record ThreadView(ThreadPage Page, string FloorNames)
{
    private const int ExcerptLength = 140;

    /// <summary>For the quick reply.</summary>
    public Guid SubmissionId { get; } = Guid.NewGuid();

    public bool MayReply => Page.WhyNotReply is null;

    public bool MustSignIn => Page.WhyNotReply?.Kind == RefusalKind.SignInFirst;

    /// <summary>Where the open page asks whether anything came after what it knows.</summary>
    public string NewsUrl => $"/threads/{Page.Head.Id}/news?after={Page.Head.LastFloor}";

    /// <summary>Back to the quick reply after signing in.</summary>
    public string SignInUrl => LocalUrls.SignInFor($"{Address(Page.Query.Page, null, Page.Head.NewestFirst)}#reply");

    public Pager Pager => new(Page.Query.Page, Page.LastPage, n => Address(n, Page.Query.AuthorId, Page.IsNewestFirst));

    /// <summary>The first picture that the page shows.</summary>
    public string? FirstImage => Page.Floors.Where(f => f.State == ContentState.Published).Select(f => PlainWords.FirstImage(f.Html)).FirstOrDefault(i => i is not null);

    /// <summary>The first words, for search engines.</summary>
    public string? Excerpt => Page.Floors.FirstOrDefault(f => f.State == ContentState.Published) is { } first
        ? PlainWords.Of(first.Html, ExcerptLength) : null;

    public string Address(int page, int? author, bool newestFirst)
    {
        var query = new QueryBuilder();
        if (author is { } id) query.Add("author", $"{id}");
        if (newestFirst != Page.Head.NewestFirst) query.Add("order", newestFirst ? "desc" : "asc");
        if (page > 1) query.Add("page", $"{page}");
        return $"/threads/{Page.Head.Id}{query}";
    }
}

/// <summary>One floor on its thread's page.</summary>
public sealed record FloorView(ThreadView Thread, Floor Floor)
{
    public ThreadQuery Query => Thread.Page.Query;

    public bool IsFirst => Floor.Number == 1;

    public bool IsWithheld => Floor.State != ContentState.Published;

    public string EvidenceUrl => "/desk/sanctions/new" + new QueryBuilder
    {
        { "UserName", Floor.Author?.Name ?? Floor.AuthorName }, { "EvidencePostIds", $"{Floor.PostId}" },
    };
}
