using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Threads;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Look;

/// <summary>What the style page fills the components with: nothing of it is in the database.</summary>
public sealed class StyleSamples(IStringLocalizer<LookText> text, DateTime now)
{
    private readonly AuthorCard author = new(7, text["NameLong"], text["GroupName"], 12, Rank.Moderator, text["CustomTitle"], 46, 1280, 3, now.AddYears(-3), text["Place"], 0);

    public IEnumerable<RowView> Rows() =>
    [
        new(Row("RowPlain")),
        new(Row("RowUnread") with { IsNew = true, Replies = 46210, Views = 1203400 }),
        new(Row("RowMarks") with { TypeId = 1, TypeName = text["TypeName"], Digest = 2, Heat = 120, Kind = ThreadKind.Poll, HasImages = true, HasFiles = true, Pages = 12, Replies = 118 }),
        new(Row("RowHot") with { Digest = 3, Heat = 260, Colour = 1, IsBold = true }),
        new(Row("RowClosed") with { IsClosed = true, ReadLevel = 20 }),
        new(Row("RowMoved") with { RedirectToThreadId = 1 }),
        new(Row("RowLong") with { Pages = 40, Digest = 1 }),
    ];

    public IEnumerable<RowView> Stickies() =>
        [new(Row("Sticky3") with { Sticky = Sticky.Site }), new(Row("Sticky2") with { Sticky = Sticky.Category }), new(Row("Sticky1") with { Sticky = Sticky.Board })];

    public IEnumerable<BoardRow> Boards() =>
    [
        new(1, text["BoardNew"], "", text["BoardAbout"], [], [], 4621, 80210, 12, Last("RowPlain"), HasNew: true, IsHidden: false),
        new(2, text["BoardWithSubs"], "", "", [], [new(3, text["SubBoard"])], 128, 2044, 0, Last("RowLong"), false, false),
        new(4, text["BoardEmpty"], "", "", [], [], 0, 0, 0, null, false, IsHidden: true),
    ];

    public IEnumerable<FloorView> Floors()
    {
        Floor[] floors =
        [
            Floor(1, text["FloorFirst"]) with { IsStarter = true },
            Floor(2, text["FloorShort"]) with { CanEdit = true, CanDelete = true, CanMute = true },
            Floor(3, text["FloorQuote"]) with { EditedAt = now.AddMinutes(-4), EditedBy = author.Name },
            Floor(4, text["FloorWithheld"]) with { State = ContentState.Recycled, CanRestore = true },
            Floor(5, text["FloorGone"]) with { Author = null, AuthorName = "" },
        ];
        return floors.Select(f => new FloorView(Thread(floors), f));
    }

    private ThreadRow Row(string title) => new()
    {
        Id = 1,
        Title = text[title],
        BoardId = 1,
        AuthorId = 7,
        AuthorName = text["Name"],
        LastAuthorId = 8,
        LastAuthorName = text["NameLong"],
        CreatedAt = now.AddDays(-3),
        LastPostAt = now.AddMinutes(-12),
        Replies = 8,
        Views = 340,
        Pages = 1,
    };

    private BoardLast Last(string title) => new(1, text[title], 7, text["Name"], now.AddMinutes(-12));

    private Floor Floor(int number, string html) => new()
    {
        PostId = number,
        Number = number,
        Author = author,
        AuthorName = author.Name,
        Html = html,
        State = ContentState.Published,
        CreatedAt = now.AddHours(-number),
        CanQuote = true,
    };

    private ThreadView Thread(IReadOnlyList<Floor> floors) => new(new ThreadPage
    {
        Query = new ThreadQuery(1, 1, null, false),
        Head = new ThreadHead { Id = 1, Title = text["RowPlain"] },
        Board = new BoardNode(new Board { Id = 1, Name = text["BoardNew"], Kind = BoardKind.Board }, null, [], [], []),
        Path = [],
        Floors = floors,
        LastPage = 1,
    }, "");
}
