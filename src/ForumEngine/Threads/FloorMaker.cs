using System.Globalization;
using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Likes;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;

namespace ForumEngine.Threads;

/// <summary>Lays the viewer over a row: what they may see of it and do with it. Pure.</summary>
internal sealed class FloorMaker(Viewer viewer, BoardNode board, Thread thread, ThreadFacts facts, GroupSet groups, Shown shown)
{
    private readonly bool canReply = ThreadRules.WhyNotReply(viewer, board, facts) is null;
    private readonly bool splits = viewer.May(StaffRight.Split, board);
    private readonly bool isStaff = viewer.IsStaff(board);
    private readonly bool maySeeDeleted = ThreadStaffRules.SeesDeleted(viewer, board);

    /// <summary>Null: a deleted post, for those who may not restore it; its floor is skipped.</summary>
    public Floor? Make(FloorRow row)
    {
        if (!ReplyVisibility.Sees(viewer, board, facts, row.Floor, row.AuthorId)) return null;
        if (row.State == ContentState.Purged) return null;
        if (row.State != ContentState.Published && !maySeeDeleted && !(row.State == ContentState.Hidden && Own(row))) return null;
        var rank = RankOf(row);
        var post = new PostFacts(row.PostId, row.Floor, row.AuthorId, rank, row.State, row.CreatedAt) { IsBlocked = row.IsBlocked };
        var withheld = row.IsBlocked && !isStaff;
        return new Floor
        {
            PostId = row.PostId,
            Number = row.Floor,
            Author = Card(row),
            AuthorName = row.IsAnonymous ? "" : row.Member?.Name ?? row.AuthorName,
            IsAnonymous = row.IsAnonymous,
            IsWarned = row.IsWarned,
            Html = withheld ? "" : Html(row),
            Signature = row.IsBlocked ? "" : Signature(row),
            Files = withheld ? Attachments.FilesOfPost.None : shown.Files.Below(row.PostId),
            IsBlocked = row.IsBlocked,
            IsTextWithheld = withheld,
            IsPinned = row.PinnedAt is not null,
            Likes = row.Likes,
            IsLiked = row.IsLiked,
            CanLike = row.State == ContentState.Published && thread.State == ContentState.Published && (viewer.IsGuest || LikeRules.WhyNot(viewer, board, row.AuthorId) is null),
            CanReveal = row.IsAnonymous && RevealAuthor.May(viewer, board),
            HasHistory = !withheld && row.Version > 0 && HistoryRules.May(viewer, board, row.AuthorId, shown.HistoryIsPublic),
            State = row.State,
            CreatedAt = row.CreatedAt,
            EditedAt = row.EditedAt,
            EditedBy = row.IsAnonymous ? "" : row.EditedBy,
            EditReason = row.EditReason,
            IsStarter = row.AuthorId is not null && row.AuthorId == thread.AuthorId && !row.IsAnonymous && !thread.IsAnonymous,
            CanEdit = PostRules.WhyNotEdit(viewer, board, facts, post) is null,
            CanDeleteOwn = PostRules.WhyNotDeleteOwn(viewer, board, facts, post) is null,
            CanDelete = row.State != ContentState.Recycled && MayAct(ThreadAct.Delete, row, rank),
            CanBlock = row.State == ContentState.Published && MayAct(ThreadAct.Block, row, rank),
            CanPin = row.State == ContentState.Published && PostActRules.WhyNotPin(viewer, board, thread.AuthorId, thread.IsClosed, row.Floor) is null,
            CanSeeAddress = MayAct(ThreadAct.SeeAddress, row, rank),
            CanSplit = row.Floor > 1 && thread.State == ContentState.Published && splits,
            CanRestore = row.State == ContentState.Recycled && MayAct(ThreadAct.Restore, row, rank),
            CanWarn = !row.IsWarned && row.State == ContentState.Published && Warnings.WarningRules.WhyNot(viewer, board, row.AuthorId, rank) is null,
            CanQuote = !row.IsBlocked && canReply && row.State == ContentState.Published,
            CanReport = row.State == ContentState.Published && !Own(row),
            CanMute = row.AuthorId is not null && !Own(row) && viewer.Rank > rank && viewer.May(StaffRight.MuteMembers, board),
        };
    }

    /// <summary>The starter's rank is known where floor 1 is on the page; elsewhere the use case has the last word.</summary>
    public ThreadPowers ThreadPowers(FloorRow? first)
    {
        var buttons = ThreadStaffRules.Buttons(viewer, board, thread.AuthorId, first is null ? Rank.Member : RankOf(first));
        return new(thread.State != ContentState.Recycled && buttons.Delete, thread.State == ContentState.Recycled && buttons.Restore,
            buttons.OpenClose, (int)buttons.Stick)
        { Acts = thread.State == ContentState.Published && buttons.Acts };
    }

    private string Html(FloorRow row)
    {
        var fresh = shown.Fresh.GetValueOrDefault(row.PostId);
        var reader = shown.Reader with { SeesHidden = shown.Reader.SeesHidden || Own(row), PostAge = viewer.Now - row.CreatedAt };
        return BlockedQuotes.TakeOut(PostMarkup.Resolve(fresh?.Html ?? row.Html, fresh is null ? row.HiddenHtml : fresh.Hidden, reader), shown.Blocked);
    }

    /// <summary>An anonymous post would be signed by it.</summary>
    private string Signature(FloorRow row) =>
        row.IsAnonymous || row.Member is not { } m || !row.Options.HasFlag(PostOptions.Signature) ? ""
        : shown.Signatures.GetValueOrDefault(row.AuthorId!.Value) ?? m.SignatureHtml;

    private bool MayAct(ThreadAct act, FloorRow row, Rank rank) => ThreadStaffRules.Check(viewer, act, board, row.AuthorId, rank) is null;

    private bool Own(FloorRow row) => row.AuthorId is not null && row.AuthorId == viewer.MemberId;

    public Rank RankOf(FloorRow row) =>
        row.Member is not { } m ? Rank.Member : m.IsFounder ? Rank.Founder : groups.RankOf([m.GroupId]);

    private AuthorCard? Card(FloorRow row)
    {
        if (row.IsAnonymous || row.Member is not { } m) return null;
        var group = groups.Find(m.GroupId);
        return new AuthorCard(row.AuthorId!.Value, m.Name, group?.TitleIn(CultureInfo.CurrentUICulture) ?? "", group?.Stars ?? 0, RankOf(row),
            m.CustomTitle, m.Threads, m.Posts, m.DigestThreads, m.JoinedAt, m.Location, m.AvatarVersion);
    }
}
