namespace ForumEngine.Permissions;

/// <summary>
/// Why something may not be done, as a value: the page says it in the viewer's language, buttons are hidden by the same rule.
/// <paramref name="Code"/> is the key of the text; <paramref name="Arguments"/> fill its places.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string Code, params object[] Arguments)
{
    /// <summary>After how long a second try makes sense; only with <see cref="RefusalKind.TooSoon"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The post that says more, such as the earlier one with the same text.</summary>
    public long? PostId { get; init; }

    /// <summary>The form may come again with a little work done by the browser.</summary>
    public bool NeedsWork { get; init; }

    /// <summary>The form field it belongs to, if any.</summary>
    public string? Field { get; init; }

    /// <summary>The sanction behind it, which the viewer may appeal.</summary>
    public int? SanctionId { get; init; }

    /// <summary>It isn't there, or the viewer may not know that it is: both look the same.</summary>
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "NotFound");

    public static readonly Refusal SignInFirst = new(RefusalKind.SignInFirst, "SignInFirst");

    public static Refusal Forbidden(string code, params object[] arguments) => new(RefusalKind.Forbidden, code, arguments);

    public static Refusal Invalid(string field, string code, params object[] arguments) =>
        new(RefusalKind.Invalid, code, arguments) { Field = field };

    public static Refusal TooSoon(TimeSpan wait) =>
        new(RefusalKind.TooSoon, "TooSoon", (int)Math.Ceiling(wait.TotalSeconds)) { RetryAfter = wait };
}

/// <summary>Each kind has its HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>404</summary>
    NotFound,

    /// <summary>302 to the sign-in page, or 401 for scripts</summary>
    SignInFirst,

    /// <summary>403 with the reason</summary>
    Forbidden,

    /// <summary>422 with the form and the text as typed</summary>
    Invalid,

    /// <summary>429 with Retry-After</summary>
    TooSoon,

    /// <summary>409: somebody else changed it meanwhile</summary>
    Conflict,

    /// <summary>410: deleted, told to those who could see it before</summary>
    Gone,

    /// <summary>301: the first argument is the id of the thread it moved to.</summary>
    Moved,
}
