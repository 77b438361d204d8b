using System.Globalization;
using System.Text.RegularExpressions;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>Every setting that a board has (features.md C2), in the order of the form. Its place, moderators, types and password have acts of their own.</summary>
public static partial class BoardSettings
{
    public const int UrlLength = 300;
    public const int SeoLength = 200;
    public const int MaxDays = 3650;
    public const int MaxPosts = 1_000_000;

    public static IReadOnlyList<BoardSetting> All { get; } =
    [
        Line("Name", BoardGroup.About, Board.NameLength, b => b.Name, (b, v) => b.Name = v) with { OfCategories = true, IsOwn = true, Rule = NameRule },
        Line("Slug", BoardGroup.About, Board.NameLength, b => b.Slug ?? "", (b, v) => b.Slug = v.Length == 0 ? null : v.ToLowerInvariant()) with { OfCategories = true, IsOwn = true, Rule = SlugRule },
        Area("Description", BoardGroup.About, Board.DescriptionLength, b => b.Description, (b, v) => b.Description = v) with { OfCategories = true },
        Number("NameColour", BoardGroup.About, 8, b => b.NameColour, (b, v) => b.NameColour = v),
        Line("Icon", BoardGroup.About, 200, b => b.Icon, (b, v) => b.Icon = v) with { Rule = v => PictureRule("Icon", v) },
        Line("Banner", BoardGroup.About, 200, b => b.Banner, (b, v) => b.Banner = v) with { OfCategories = true, Rule = v => PictureRule("Banner", v) },
        Area("Rules", BoardGroup.About, BoardRules.RulesLength, b => b.Rules, (b, v) => b.Rules = v) with { OfCategories = true },
        Flag("IsHidden", BoardGroup.Reading, b => b.IsHidden, (b, v) => b.IsHidden = v) with { OfCategories = true },
        Flag("IsArchived", BoardGroup.Reading, b => b.IsArchived, (b, v) => b.IsArchived = v),
        Line("RedirectUrl", BoardGroup.Reading, UrlLength, b => b.RedirectUrl, (b, v) => b.RedirectUrl = v) with { Rule = v => v.Length == 0 || IsAddress(v) ? null : Refusal.Invalid("RedirectUrl", "BoardRedirect") },
        Number("AskPosts", BoardGroup.Reading, MaxPosts, b => b.AskPosts, (b, v) => b.AskPosts = v) with { OfCategories = true },
        Number("AskDays", BoardGroup.Reading, MaxDays, b => b.AskDays, (b, v) => b.AskDays = v) with { OfCategories = true },
        Line("AskExempt", BoardGroup.Reading, 200, b => b.AskExempt, (b, v) => b.AskExempt = v) with { OfCategories = true, Rule = v => IdsPattern().IsMatch(v) ? null : Refusal.Invalid("AskExempt", "GroupIds") },
        Flag("OnlySubBoards", BoardGroup.List, b => b.OnlySubBoards, (b, v) => b.OnlySubBoards = v),
        Flag("ShowsSubBoards", BoardGroup.List, b => b.ShowsSubBoards, (b, v) => b.ShowsSubBoards = v),
        Choice("DefaultOrder", BoardGroup.List, b => b.DefaultOrder, (b, v) => b.DefaultOrder = v),
        Flag("IsAscending", BoardGroup.List, b => b.IsAscending, (b, v) => b.IsAscending = v),
        Flag("ShowsStickies", BoardGroup.List, b => b.ShowsStickies, (b, v) => b.ShowsStickies = v),
        Choice("Review", BoardGroup.Writing, b => b.Review, (b, v) => b.Review = v),
        Flag("AllowsAnonymous", BoardGroup.Writing, b => b.AllowsAnonymous, (b, v) => b.AllowsAnonymous = v),
        Flag("AllowsPolls", BoardGroup.Writing, b => b.AllowsPolls, (b, v) => b.AllowsPolls = v),
        Flag("AllowsCodes", BoardGroup.Writing, b => b.AllowsCodes, (b, v) => b.AllowsCodes = v),
        Flag("AllowsSmilies", BoardGroup.Writing, b => b.AllowsSmilies, (b, v) => b.AllowsSmilies = v),
        Flag("AllowsImages", BoardGroup.Writing, b => b.AllowsImages, (b, v) => b.AllowsImages = v),
        Flag("AllowsMedia", BoardGroup.Writing, b => b.AllowsMedia, (b, v) => b.AllowsMedia = v),
        Line("FileTypes", BoardGroup.Writing, 500, b => b.FileTypes, (b, v) => b.FileTypes = v.ToLowerInvariant()) with { Rule = v => TypesPattern().IsMatch(v.ToLowerInvariant()) ? null : Refusal.Invalid("FileTypes", "FileTypeList") },
        Flag("AuthorsEdit", BoardGroup.Writing, b => b.AuthorsEdit, (b, v) => b.AuthorsEdit = v),
        Number("AutoCloseDays", BoardGroup.Writing, MaxDays, b => b.AutoCloseDays, (b, v) => b.AutoCloseDays = v),
        Flag("AutoCloseFromReply", BoardGroup.Writing, b => b.AutoCloseFromReply, (b, v) => b.AutoCloseFromReply = v),
        Flag("TypeRequired", BoardGroup.Types, b => b.TypeRequired, (b, v) => b.TypeRequired = v),
        Flag("TypesListed", BoardGroup.Types, b => b.TypesListed, (b, v) => b.TypesListed = v),
        Flag("TypePrefix", BoardGroup.Types, b => b.TypePrefix, (b, v) => b.TypePrefix = v),
        Flag("ModeratorsInherit", BoardGroup.Moderating, b => b.ModeratorsInherit, (b, v) => b.ModeratorsInherit = v) with { OfCategories = true },
        Flag("ModeratorsEditRules", BoardGroup.Moderating, b => b.ModeratorsEditRules, (b, v) => b.ModeratorsEditRules = v) with { OfCategories = true },
        Line("SeoTitle", BoardGroup.Search, SeoLength, b => b.SeoTitle, (b, v) => b.SeoTitle = v) with { OfCategories = true },
        Area("SeoDescription", BoardGroup.Search, SeoLength, b => b.SeoDescription, (b, v) => b.SeoDescription = v) with { OfCategories = true },
        Line("SeoKeywords", BoardGroup.Search, SeoLength, b => b.SeoKeywords, (b, v) => b.SeoKeywords = v) with { OfCategories = true },
    ];

    private static readonly Dictionary<string, BoardSetting> ByKey = All.ToDictionary(s => s.Key);

    public static BoardSetting? Find(string key) => ByKey.GetValueOrDefault(key);

    public static IEnumerable<BoardSetting> Of(BoardKind kind) => All.Where(s => kind != BoardKind.Category || s.OfCategories);

    public static Dictionary<string, string> Read(Board board) => All.ToDictionary(s => s.Key, s => s.Read(board));

    private static BoardSetting Line(string key, BoardGroup group, int most, Func<Board, string> read, Action<Board, string> write) => new(key, group, BoardField.Line, read, write) { Most = most };

    private static BoardSetting Area(string key, BoardGroup group, int most, Func<Board, string> read, Action<Board, string> write) => new(key, group, BoardField.Text, read, write) { Most = most };

    private static BoardSetting Flag(string key, BoardGroup group, Func<Board, bool> read, Action<Board, bool> write) =>
        new(key, group, BoardField.Flag, b => BoardSetting.Text(read(b)), (b, v) => write(b, v == "true"));

    private static BoardSetting Number(string key, BoardGroup group, int most, Func<Board, int> read, Action<Board, int> write) =>
        new(key, group, BoardField.Number, b => BoardSetting.Text(read(b)), (b, v) => write(b, int.Parse(v, CultureInfo.InvariantCulture))) { Most = most };

    private static BoardSetting Choice<T>(string key, BoardGroup group, Func<Board, T> read, Action<Board, T> write) where T : struct, Enum =>
        new(key, group, BoardField.Choice, b => read(b).ToString(), (b, v) => write(b, Enum.Parse<T>(v))) { Choices = Enum.GetNames<T>() };

    private static Refusal? NameRule(string name) =>
        name.Length == 0 ? Refusal.Invalid("Name", "BoardNameLength", Board.NameLength)
        : TagPattern().IsMatch(name) ? Refusal.Invalid("Name", "BoardNameHtml") : null;

    private static Refusal? SlugRule(string slug) =>
        slug.Length == 0 || SlugPattern().IsMatch(slug.ToLowerInvariant()) ? null : Refusal.Invalid("Slug", "BoardSlug");

    private static Refusal? PictureRule(string key, string address) => address.Length == 0 || IsAddress(address) ? null : Refusal.Invalid(key, "PictureAddress");

    /// <summary>A page of this site, or one of another.</summary>
    private static bool IsAddress(string text) =>
        (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal))
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Contains('\\', StringComparison.Ordinal));

    // A number would be taken for an id.
    [GeneratedRegex("^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugPattern();

    [GeneratedRegex("<[/!]?[A-Za-z][^<>]*>")]
    private static partial Regex TagPattern();

    [GeneratedRegex("^([0-9]{1,9}(, *[0-9]{1,9})*)?$")]
    private static partial Regex IdsPattern();

    [GeneratedRegex(@"^(\*|[a-z0-9]{1,10}(, *[a-z0-9]{1,10})*)?$")]
    private static partial Regex TypesPattern();
}
