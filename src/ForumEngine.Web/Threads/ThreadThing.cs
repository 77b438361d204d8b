using ForumEngine.Threads;
using ForumEngine.Web.Seo;

namespace ForumEngine.Web.Threads;

/// <summary>A thread's page for machines: what a reader sees on it and nothing else, so withheld posts are left out for staff too.</summary>
public static class ThreadThing
{
    /// <summary>Search engines show a few lines; whole posts would double the page.</summary>
    private const int TextLength = 1000;

    public static DiscussionForumPosting Of(ThreadView view, Func<string, string> absolute, string anonymous)
    {
        var (page, head) = (view.Page, view.Page.Head);
        var shown = page.Floors.Where(f => f.State == ContentState.Published).ToList();
        var first = shown.Find(f => f.Number == 1);
        return new DiscussionForumPosting(head.Title, absolute($"/threads/{head.Id}"), Author(head.AuthorId, head.AuthorName), head.CreatedAt, head.LastPostAt)
        {
            Text = first is null ? null : PlainWords.Of(first.Html, TextLength),
            Image = view.FirstImage,
            IsPartOf = new CollectionPage(page.Board.Name, absolute($"/boards/{page.Board.Id}")),
            CommentCount = head.Replies,
            InteractionStatistic = [InteractionCounter.Of("CommentAction", head.Replies), InteractionCounter.Of("ViewAction", head.Views)],
            Comment = [.. shown.Where(f => f.Number > 1).Select(CommentOf)],
        };

        Comment CommentOf(Floor floor) => new(floor.Number, absolute($"/posts/{floor.PostId}"), Author(floor.Author?.Id, floor.AuthorName),
            floor.CreatedAt, floor.EditedAt, PlainWords.Of(floor.Html, TextLength));

        Person Author(int? id, string name) => new(name.Length > 0 ? name : anonymous, id is null ? null : absolute($"/members/{id}"));
    }
}
