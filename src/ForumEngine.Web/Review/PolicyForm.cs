using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Review;
using ForumEngine.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Review;

/// <summary>The form of a policy.</summary>
public sealed class PolicyForm
{
    [BindNever]
    public int Id { get; set; }

    public string? Name { get; set; }
    public bool IsOn { get; set; }
    public bool OnThreads { get; set; }
    public bool OnReplies { get; set; }
    public bool OnEdits { get; set; }
    public List<int> Boards { get; set; } = [];
    public List<int> Groups { get; set; } = [];

    /// <summary>22:30, in the site's zone.</summary>
    public string? From { get; set; }

    public string? To { get; set; }
    public int? NewDays { get; set; }
    public int? NewPosts { get; set; }
    public bool HasLink { get; set; }
    public bool HasImage { get; set; }

    /// <summary>Empty doesn't ask; * is any.</summary>
    public string? WordCategory { get; set; }

    /// <summary>Of the dry run.</summary>
    public int? Days { get; set; }

    [BindNever]
    public IReadOnlyList<BoardNode> AllBoards { get; set; } = [];

    [BindNever]
    public IReadOnlyList<Group> AllGroups { get; set; } = [];

    [BindNever]
    public IReadOnlyList<string> Categories { get; set; } = [];

    public static PolicyForm Of(ReviewPolicy p) => new()
    {
        Id = p.Id,
        Name = p.Name,
        IsOn = p.IsOn,
        OnThreads = p.OnThreads,
        OnReplies = p.OnReplies,
        OnEdits = p.OnEdits,
        Boards = [.. WordBoards.Read(p.Boards)],
        Groups = [.. WordBoards.Read(p.Groups)],
        From = Clock(p.FromMinute),
        To = Clock(p.ToMinute),
        NewDays = p.NewDays,
        NewPosts = p.NewPosts,
        HasLink = p.HasLink,
        HasImage = p.HasImage,
        WordCategory = p.WordCategory,
    };

    public ReviewPolicy Policy() => new()
    {
        Id = Id,
        Name = Name ?? "",
        IsOn = IsOn,
        OnThreads = OnThreads,
        OnReplies = OnReplies,
        OnEdits = OnEdits,
        Boards = WordBoards.Write(Boards),
        Groups = WordBoards.Write(Groups),
        FromMinute = ReviewRules.Minute(From),
        ToMinute = ReviewRules.Minute(To),
        NewDays = NewDays,
        NewPosts = NewPosts,
        HasLink = HasLink,
        HasImage = HasImage,
        WordCategory = string.IsNullOrWhiteSpace(WordCategory) ? null : WordCategory.Trim(),
    };

    private static string? Clock(int? minute) => minute is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m / 60:00}:{m % 60:00}") : null;
}
