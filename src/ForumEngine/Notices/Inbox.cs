using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Notices;

/// <summary>A member's notices, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record InboxList(IReadOnlyList<InboxLine> Lines, long? Next);

/// <summary><see cref="MayOpen"/>: the thread is there for the reader now; else its title is kept only for what was their own.</summary>
public sealed record InboxLine(Notice Notice, bool MayOpen, InboxSanction? Sanction)
{
    /// <summary>Titles of threads that moved out of the reader's sight since aren't told.</summary>
    public bool ShowsTitle => MayOpen || Notice.Kind is not (NoticeKind.ReplyToThread or NoticeKind.Quote or NoticeKind.Mention or NoticeKind.ReportUpheld or NoticeKind.ReportDismissed or NoticeKind.CaseHandedOver);
}

public sealed record InboxSanction(SanctionKind Kind, DateTime? Until, int? BoardId, string? BoardName);

/// <summary>Reads the inbox and marks it as read.</summary>
public sealed class Inbox(ForumDb db, BoardTrees trees, Viewers viewers)
{
    private const int PageSize = 30;

    public async Task<InboxList> ReadAsync(Viewer who, long? before, CancellationToken cancel)
    {
        var notices = db.Notices.Where(n => n.MemberId == who.MemberId);
        if (before is { } id) notices = notices.Where(n => n.Id < id);
        var found = await (
            from n in notices
            join t in db.Threads on n.ThreadId equals t.Id into threads
            from t in threads.DefaultIfEmpty()
            join s in db.Sanctions on n.SanctionId equals s.Id into sanctions
            from s in sanctions.DefaultIfEmpty()
            orderby n.Id descending
            select new { Notice = n, BoardId = (int?)t.BoardId, State = (ContentState?)t.State, Kind = (SanctionKind?)s.Kind, s.Until, SanctionBoard = s.BoardId })
            .Take(PageSize + 1).ToListAsync(cancel);
        var tree = await trees.CurrentAsync(cancel);
        return new InboxList([.. found.Take(PageSize).Select(x => new InboxLine(x.Notice,
            x.State == ContentState.Published && tree.FindVisible(x.BoardId ?? 0, who) is not null,
            x.Kind is { } kind ? new InboxSanction(kind, x.Until, x.SanctionBoard, tree.FindVisible(x.SanctionBoard ?? 0, who)?.Name) : null))],
            found.Count > PageSize ? found[PageSize - 1].Notice.Id : null);
    }

    /// <summary>Everything that came before <paramref name="who"/>'s request; writes nothing when there is nothing new.</summary>
    public async Task MarkReadAsync(Viewer who, CancellationToken cancel)
    {
        if (who.MemberId is not { } member || who.Unread == 0) return;
        await db.InTransactionAsync(async () =>
        {
            var read = await db.Notices.Where(n => n.MemberId == member && n.ReadAt == null && n.At <= who.Now)
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, who.Now), cancel);
            await db.Members.Where(m => m.Id == member)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.UnreadNotices, x => x.UnreadNotices > read ? x.UnreadNotices - read : 0), cancel);
        }, cancel);
        viewers.Forget(member);
    }
}
