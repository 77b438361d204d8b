namespace ForumEngine.Mail;

/// <summary>
/// A kind of mail and what its texts may name. <paramref name="Variables"/> are in the order of the places of its own text
/// (MailText.resx); <paramref name="Needed"/> must stand in a body.
/// </summary>
public sealed record MailKind(string Key, IReadOnlyList<string> Variables, IReadOnlyList<string> Needed)
{
    /// <summary>The engine's own text of a language, with names in place of numbers.</summary>
    public (string Subject, string Body) Own(string language) => (Own("Subject", language), Own("Body", language));

    private string Own(string part, string language) => MailText.Get($"{Key}{part}", language, [.. Variables.Select(v => $"{{{v}}}")]).ReplaceLineEndings("\n");
}

/// <summary>The mails that the engine writes.</summary>
public static class MailKinds
{
    /// <summary>The one that the administration's button sends; it has no template.</summary>
    public const string Test = "Test";

    public static IReadOnlyList<MailKind> All { get; } =
    [
        new("Confirm", ["site", "name", "link"], ["link"]),
        new("Reset", ["site", "name", "link"], ["link"]),
        new("PasswordChanged", ["site", "name", "link"], []),
        new("EmailChanging", ["site", "name", "link"], []),
        new("FactorOn", ["site", "name", "link"], []),
        new("FactorOff", ["site", "name", "link"], []),
        new("CodesRenewed", ["site", "name", "link"], []),
        new("RecoveryUsed", ["site", "name", "link", "left"], []),
        new("Approved", ["site", "name", "note"], []),
        new("Refused", ["site", "name", "note"], []),
        new("Complaint", ["site", "code", "address", "outcome", "note"], []),
    ];

    public static MailKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);
}
