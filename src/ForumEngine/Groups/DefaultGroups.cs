using ForumEngine.Permissions;
using ForumEngine.Setup;

namespace ForumEngine.Groups;

/// <summary>The groups a site starts with (default-groups.json; features.md G2, C4).</summary>
public sealed record DefaultGroups(IReadOnlyList<GroupPlan> Groups)
{
    public static DefaultGroups Read() => SetupData.Read<DefaultGroups>("Groups/default-groups.json");

    /// <summary>The id behind a key such as "moderator".</summary>
    public int IdOf(string key) => Groups.Single(g => g.Key == key).Id;
}

/// <summary>One group of the file.</summary>
public sealed record GroupPlan
{
    public int Id { get; init; }
    public required string Key { get; init; }
    public required Dictionary<string, string> Title { get; init; }
    public GroupKind Kind { get; init; }
    public int StaffLevel { get; init; }
    public int? CreditsFrom { get; init; }
    public int Stars { get; init; }
    public string FileTypes { get; init; } = "";
    public Dictionary<string, int> BoardRights { get; init; } = [];
    public Dictionary<string, int> Rights { get; init; } = [];

    public Group ToGroup() => new()
    {
        Id = Id,
        Kind = Kind,
        Title = Title["zh"],
        TitleEn = Title["en"],
        Stars = Stars,
        Rank = Rank,
        CreditsFrom = CreditsFrom,
        FileTypes = FileTypes,
    };

    /// <summary>Rights that are 0 need no row.</summary>
    public IEnumerable<GroupRule> ToRules() => BoardRights.Concat(Rights)
        .Where(r => r.Value != 0)
        .Select(r => new GroupRule { GroupId = Id, Right = r.Key, Value = r.Value });

    /// <summary>
    /// Only group 1 opens the panel: Discuz's 信息监察员 carries an administrator's level too, but is there to act on posts.
    /// </summary>
    private Rank Rank => StaffLevel switch
    {
        1 when Id == Group.Administrators => Rank.Administrator,
        1 or 2 => Rank.SuperModerator,
        3 => Rank.Moderator,
        _ => Rank.Member,
    };
}
