namespace ForumEngine.Setup;

/// <summary>The demo community as written down in Setup/Demo/*.json; times are relative to now.</summary>
internal static class DemoData
{
    public static DemoSite Site => SetupData.Read<DemoSite>("Setup/Demo/site.json");

    public static IReadOnlyList<DemoMember> Members => SetupData.Read<DemoMembers>("Setup/Demo/members.json").Members;

    public static IReadOnlyList<DemoSanction> Sanctions => SetupData.Read<DemoSanctions>("Setup/Demo/sanctions.json").Sanctions;

    public static IReadOnlyList<DemoAnnouncement> Announcements =>
        SetupData.Read<DemoAnnouncements>("Setup/Demo/announcements.json").Announcements;

    /// <summary>The oldest first, so that ids are in time order.</summary>
    public static IReadOnlyList<DemoThread> Threads => [.. SetupData.Names("Setup/Demo")
        .Where(name => name.Contains("/threads-", StringComparison.Ordinal))
        .SelectMany(name => SetupData.Read<DemoThreads>(name).Threads)
        .OrderByDescending(t => t.MinutesAgo)];

    private sealed record DemoMembers(IReadOnlyList<DemoMember> Members);

    private sealed record DemoSanctions(IReadOnlyList<DemoSanction> Sanctions);

    private sealed record DemoAnnouncements(IReadOnlyList<DemoAnnouncement> Announcements);

    private sealed record DemoThreads(IReadOnlyList<DemoThread> Threads);
}

internal sealed record DemoSite(string Name, string Tagline, string Admin, string Email);

internal sealed record DemoMember(string Name, int JoinedDaysAgo, string Group, string Location, string Bio, IReadOnlyList<string>? Moderates);

internal sealed record DemoThread(string Board, string? Type, string Author, string Title, string Body, int MinutesAgo, int Views,
    int Digest, int Sticky, bool Closed, IReadOnlyList<DemoReply> Replies)
{
    public IReadOnlyList<string> Tags { get; init; } = [];
    public DemoPoll? Poll { get; init; }
}

internal sealed record DemoPoll(IReadOnlyList<DemoOption> Options);

internal sealed record DemoOption(string Text, IReadOnlyList<string> Voters);

internal sealed record DemoReply(string Author, string Body, int MinutesAgo, int? QuoteFloor);

internal sealed record DemoSanction(string Member, string Kind, string? Board, int Days, string Reason, int DaysAgo, string By,
    string? Lifted, int LiftedDaysAgo);

internal sealed record DemoAnnouncement(string Title, string Body, string Author, int StartsDaysAgo, int? EndsInDays);
