using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Look;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Admin;

/// <summary>A new board as typed, or many.</summary>
public sealed class NewBoardForm
{
    public int? ParentId { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }

    /// <summary>A board a line (<see cref="OutlineLine"/>).</summary>
    public string? Outline { get; set; }

    /// <summary>Boards that others may stand below.</summary>
    [BindNever]
    public IReadOnlyList<BoardNode> Parents { get; set; } = [];
}

/// <summary>The small forms around a board; each is sent alone.</summary>
public sealed class BoardForm
{
    public int? ParentId { get; set; }

    /// <summary>Names, one in a line.</summary>
    public string? Moderators { get; set; }

    /// <summary>Ids of those whom the form showed, parted by commas; nobody is not the same as not said.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? SeenModerators { get; set; }

    /// <summary>Names, one in a line.</summary>
    public string? Types { get; set; }

    public string? Password { get; set; }
    public int? IntoId { get; set; }

    /// <summary>The board's name, typed again.</summary>
    public string? MergeName { get; set; }

    /// <inheritdoc cref="MergeName"/>
    public string? DeleteName { get; set; }

    /// <summary>Null where nothing was sent.</summary>
    public static IReadOnlyList<int>? Ids(string? text) => text is null ? null : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Typed.Number).OfType<int>()];

    /// <summary>Lines, or names parted by commas as people type them.</summary>
    public static string[] Lines(string? text) =>
        (text ?? "").Split(['\n', '\r', ',', '\uFF0C', '\u3001'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The tree; in a conflict each line that differs says what it is now.</summary>
public sealed record BoardTreeView(IReadOnlyList<BoardDeskLine> Roots)
{
    public bool IsConflict { get; init; }

    public IEnumerable<BoardDeskLine> All => Roots.SelectMany(r => r.SelfAndBelow);
}

/// <summary>The page of one board: what is, where it may go, and what was typed when it is shown again.</summary>
public sealed record BoardPageView(BoardNode Board, Board Row, IReadOnlyList<BoardNode?> Parents)
{
    public IReadOnlyDictionary<string, string?> Typed { get; init; } = new Dictionary<string, string?>();

    /// <summary>Somebody else has changed it: fields that differ say what is in force.</summary>
    public bool IsConflict { get; init; }

    public BoardForm? Form { get; init; }

    public BoardFieldView Field(BoardSetting setting)
    {
        var now = setting.Read(Row);
        var shown = Typed.GetValueOrDefault(setting.Key) ?? now;
        return new BoardFieldView(setting, setting.Key, shown) { Theirs = IsConflict && setting.Tidy(shown) != now ? now : null };
    }

    public string Moderators => Form?.Moderators ?? string.Join('\n', Board.Moderators.Select(m => m.Name));

    /// <summary>What stands in a setting for pictures, as high as said; pictures from elsewhere say nothing of their size.</summary>
    public ShownPicture? Picture(string key, int height)
    {
        var address = BoardSettings.Find(key)!.Read(Row);
        if (address.Length == 0) return null;
        var (width, high) = SitePicture.SizeOf(Path.GetFileNameWithoutExtension(address));
        return new ShownPicture(address, high == 0 ? height : Math.Max(1, width * height / high), height);
    }

    public string SeenModerators => string.Join(',', Board.Moderators.Select(m => m.Id));

    /// <summary>Who moderates it now, where the form says otherwise since somebody else has changed it.</summary>
    public string? TheirModerators { get; init; }

    public string Types => Form?.Types ?? string.Join('\n', Board.Types.Select(t => (t.StaffOnly ? "*" : "") + t.Name));

    public int? ParentId => Form is null ? Board.Parent?.Id : Form.ParentId;

    public IEnumerable<string> Inherited => Board.Ancestors.Where(a => a.ModeratorsInherit).SelectMany(a => a.Moderators).Select(m => m.Name).Distinct();
}

/// <summary>One setting's field; <see cref="Theirs"/> is what somebody else has put there meanwhile.</summary>
public sealed record BoardFieldView(BoardSetting Setting, string Name, string Value)
{
    public string? Theirs { get; init; }

    /// <summary>In a table: the label stands at the row's head.</summary>
    public string? Of { get; init; }

    public string Id => Name.Replace('[', '_').Replace("]", "", StringComparison.Ordinal);
}

/// <summary>What was changed of a board; <paramref name="Groups"/> name the rows of its rights.</summary>
public sealed record BoardHistoryView(BoardNode Board, BoardPast Past, GroupSet Groups)
{
    public string GroupName(int id) => Groups.Find(id)?.TitleIn(CultureInfo.CurrentUICulture) ?? $"{id}";
}

public sealed record BoardCopyView(Board From, IReadOnlyList<BoardNode> Boards, IReadOnlySet<string> Keys, IReadOnlySet<int> ToIds, bool Rights);

/// <summary>Several boards' settings of one section side by side.</summary>
public sealed record BoardCompareView(IReadOnlyList<BoardNode> All, IReadOnlyList<Board> Boards, BoardGroup Group, IReadOnlyList<BoardChange> Typed)
{
    public IEnumerable<BoardSetting> Settings => BoardSettings.All.Where(s => s.Group == Group);

    public BoardFieldView Field(BoardSetting setting, Board board) =>
        new(setting, $"{setting.Key}[{board.Id}]", Typed.FirstOrDefault(c => c.BoardId == board.Id)?.Values.GetValueOrDefault(setting.Key) ?? setting.Read(board)) { Of = board.Name };
}

public sealed record BoardRemoveView(BoardNode Board, IReadOnlyList<BoardNode> Targets, int Threads, BoardForm Form);
