using ForumEngine.Markup;
using ForumEngine.Storage;

namespace ForumEngine.Setup;

/// <summary>Writes the threads and posts of a plan, some thousand posts in each transaction.</summary>
internal sealed class BenchWriter(ForumDb db, BenchPlan plan, BenchWords words, int[] boardIds, int firstMember, long firstThread, long firstPost)
{
    private const int PostsPerTransaction = 20_000;
    private readonly IReadOnlyList<(string Body, string Html)> stock = words.Stock();
    private long nextPost = firstPost;
    private int done;

    public async Task RunAsync(IProgress<int> progress, CancellationToken cancel)
    {
        for (var from = 0; from < plan.Threads;)
        {
            var (to, posts) = (from, 0);
            while (to < plan.Threads && posts < PostsPerTransaction) posts += plan.Length(to++);
            var (first, start) = (from, nextPost);
            await db.InTransactionAsync(() => WriteAsync(first, to, start, cancel), cancel);
            (from, nextPost) = (to, nextPost + posts);
            progress.Report(done += posts);
        }
    }

    private async Task WriteAsync(int from, int to, long id, CancellationToken cancel)
    {
        var threads = new BulkInsert(db, "threads",
            "Id, BoardId, Kind, State, Sticky, Digest, IsClosed, Title, Colour, IsBold, AuthorId, AuthorName, IsAnonymous, CreatedAt, " +
            "LastFloor, Replies, Views, Heat, LastPostAt, LastAuthorId, LastAuthorName, ReadLevel, HasImages, HasFiles");
        for (var thread = from; thread < to; thread++) await threads.AddAsync(ThreadRow(thread), cancel);
        await threads.FlushAsync(cancel);

        var posts = new BulkInsert(db, "posts",
            "ThreadId, Floor, Id, AuthorId, AuthorName, IsAnonymous, State, Format, Body, Html, RendererVersion, CreatedAt, Version, Port");
        for (var thread = from; thread < to; thread++)
            for (var floor = 1; floor <= plan.Length(thread); floor++) await posts.AddAsync(PostRow(thread, floor, id++), cancel);
        await posts.FlushAsync(cancel);
    }

    private object?[] ThreadRow(int thread)
    {
        var length = plan.Length(thread);
        var (author, last) = (plan.Author(thread, 1), plan.Author(thread, length));
        return
        [
            firstThread + thread, boardIds[plan.Board(thread)], 0, 0, 0, thread % 97 == 0 ? 1 : 0, false, words.Title(thread), 0, false,
            firstMember + author, Name(author), false, plan.PostedAt(thread, 1),
            length, length - 1, plan.Views(thread), 0, plan.PostedAt(thread, length), firstMember + last, Name(last), 0, false, false,
        ];
    }

    private object?[] PostRow(int thread, int floor, long id)
    {
        var author = plan.Author(thread, floor);
        var (body, html) = stock[plan.Text(thread, floor, stock.Count)];
        return
        [
            firstThread + thread, floor, id, firstMember + author, Name(author), false, 0, 0, body, html, PostMarkup.RendererVersion,
            plan.PostedAt(thread, floor), 0, 0,
        ];
    }

    public static string Name(int member) => "bench" + (member + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
