using ForumEngine.Boards;
using ForumEngine.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Words;

/// <summary>The form of an entry.</summary>
public sealed class WordForm
{
    [BindNever]
    public int Id { get; set; }

    public string? Text { get; set; }

    /// <summary>reject, review, replace, flag, allow.</summary>
    public string? Action { get; set; }

    public string? Replacement { get; set; }
    public string? Category { get; set; }
    public List<int> Boards { get; set; } = [];
    public bool Whole { get; set; }
    public bool Pinyin { get; set; }
    public bool LookAlike { get; set; }
    public bool IsOn { get; set; }

    [BindNever]
    public IReadOnlyList<BoardNode> AllBoards { get; set; } = [];

    [BindNever]
    public IReadOnlyList<string> Categories { get; set; } = [];

    public static WordForm Of(Word word) => new()
    {
        Id = word.Id,
        Text = word.Text,
        Action = word.Action.ToString().ToLowerInvariant(),
        Replacement = word.Replacement,
        Category = word.Category,
        Boards = [.. WordBoards.Read(word.Boards)],
        Whole = word.Options.HasFlag(WordOptions.Whole),
        Pinyin = word.Options.HasFlag(WordOptions.Pinyin),
        LookAlike = word.Options.HasFlag(WordOptions.LookAlike),
        IsOn = word.IsOn,
    };

    public Word Word() => new()
    {
        Id = Id,
        Text = Text ?? "",
        Key = "",
        Action = ActionOf(Action) ?? (WordAction)(-1),
        Replacement = Replacement ?? "",
        Category = Category ?? "",
        Boards = WordBoards.Write(Boards),
        Options = (Whole ? WordOptions.Whole : 0) | (Pinyin ? WordOptions.Pinyin : 0) | (LookAlike ? WordOptions.LookAlike : 0),
        IsOn = IsOn,
    };

    public static WordAction? ActionOf(string? typed) =>
        Enum.GetValues<WordAction>().Cast<WordAction?>().FirstOrDefault(a => a.ToString()!.Equals(typed, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A list that comes in, typed or as a file.</summary>
public sealed class ImportForm
{
    public string? List { get; set; }
    public IFormFile? File { get; set; }

    /// <summary>addNew, overwrite, replaceAll.</summary>
    public string? Mode { get; set; }

    /// <summary>For words without one.</summary>
    public string? Action { get; set; }

    [BindNever]
    public WordImport? Done { get; set; }

    public ImportMode ModeOf() => Enum.TryParse<ImportMode>(Mode, ignoreCase: true, out var mode) ? mode : 0;
}

/// <summary>The list with what was searched for, and what several were chosen for.</summary>
public sealed record WordsView(WordPage Page, string? Q, string? Category, string? Action, BoardTree Tree);

/// <summary>A text to be tried; nothing is kept.</summary>
public sealed class TryForm
{
    public string? Sample { get; set; }
    public int? BoardId { get; set; }
    public int? Days { get; set; }

    [BindNever]
    public IReadOnlyList<BoardNode> AllBoards { get; set; } = [];

    [BindNever]
    public WordVerdict? Verdict { get; set; }

    /// <summary>The text with what was found marked.</summary>
    [BindNever]
    public string? Marked { get; set; }
}
