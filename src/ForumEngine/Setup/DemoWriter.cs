using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Announcements;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using ForumEngine.Threads;

namespace ForumEngine.Setup;

/// <summary>Adds the demo's threads, sanctions and announcements to the unit of work.</summary>
internal sealed class DemoWriter(ForumDb db, Dictionary<string, Member> members, TimeZoneInfo zone, DateTime now)
{
    private readonly DemoLabels labels = new(db, members);
    private long nextThreadId = 1;

    public required long NextPostId { get; set; }

    public void Add(DemoThread plan, Board board, int? typeId)
    {
        var author = members[plan.Author];
        var (lastAuthor, lastMinutes) = plan.Replies is [.., var last] ? (members[last.Author], last.MinutesAgo) : (author, plan.MinutesAgo);
        var thread = new Thread
        {
            Id = nextThreadId++,
            BoardId = board.Id,
            TypeId = typeId,
            Title = plan.Title,
            AuthorId = author.Id,
            AuthorName = plan.Author,
            CreatedAt = Ago(plan.MinutesAgo),
            LastFloor = plan.Replies.Count + 1,
            Replies = plan.Replies.Count,
            Views = plan.Views,
            Digest = plan.Digest,
            Sticky = (Sticky)plan.Sticky,
            IsClosed = plan.Closed,
            LastPostAt = Ago(lastMinutes),
            LastAuthorId = lastAuthor.Id,
            LastAuthorName = lastAuthor.UserName!,
        };
        db.Threads.Add(thread);
        AddPosts(thread, plan);
        labels.Add(thread, plan);
    }

    private void AddPosts(Thread thread, DemoThread plan)
    {
        var floors = new List<Post> { PostOf(thread, 1, plan.Author, plan.Body, plan.MinutesAgo) };
        foreach (var reply in plan.Replies)
        {
            var quoted = reply.QuoteFloor is { } floor && floor <= floors.Count ? QuoteOf(floors[floor - 1]) : "";
            floors.Add(PostOf(thread, floors.Count + 1, reply.Author, quoted + reply.Body, reply.MinutesAgo));
        }
        db.Posts.AddRange(floors);
    }

    private string QuoteOf(Post post)
    {
        var time = TimeZoneInfo.ConvertTimeFromUtc(post.CreatedAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return QuoteSource.For(post.Id, post.AuthorName, time, post.Body);
    }

    private Post PostOf(Thread thread, int floor, string author, string body, int minutesAgo) => new()
    {
        ThreadId = thread.Id,
        Floor = floor,
        Id = NextPostId++,
        AuthorId = members[author].Id,
        AuthorName = author,
        Body = body,
        Html = PostMarkup.ToHtml(body),
        RendererVersion = PostMarkup.RendererVersion,
        CreatedAt = Ago(minutesAgo),
    };

    public void AddSanctions(Dictionary<string, Board> boards) => db.Sanctions.AddRange(
        from plan in DemoData.Sanctions.OrderByDescending(s => s.DaysAgo)
        let @from = now.AddDays(-plan.DaysAgo)
        select new Sanction
        {
            MemberId = members[plan.Member].Id,
            Kind = Enum.Parse<SanctionKind>(plan.Kind, ignoreCase: true),
            BoardId = plan.Board is { } slug ? boards.GetValueOrDefault(slug)?.Id : null,
            Reason = plan.Reason,
            IssuedById = members[plan.By].Id,
            IssuedByName = plan.By,
            From = @from,
            Until = plan.Days == 0 ? null : @from.AddDays(plan.Days),
            LiftedAt = plan.Lifted is null ? null : LiftedAt(plan, @from),
            LiftedByName = plan.Lifted is null ? null : plan.By,
            LiftReason = plan.Lifted,
        });

    /// <summary>A sanction lifted on the day it was issued was lifted a while later.</summary>
    private DateTime LiftedAt(DemoSanction plan, DateTime from) =>
        now.AddDays(-plan.LiftedDaysAgo) is var lifted && lifted > from ? lifted : from.AddMinutes(40);

    public void AddAnnouncements() => db.Announcements.AddRange(DemoData.Announcements.Select((plan, i) => new Announcement
    {
        Title = plan.Title,
        Body = plan.Body,
        From = now.AddDays(-plan.StartsDaysAgo),
        Until = plan.EndsInDays is { } days ? now.AddDays(days) : null,
        Position = i + 1,
        AuthorId = members[plan.Author].Id,
        AuthorName = plan.Author,
    }));

    private DateTime Ago(int minutes) => now.AddMinutes(-minutes);
}
