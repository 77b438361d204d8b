namespace ForumEngine.Reports;

/// <summary>
/// A complaint by somebody who needs no account: who they are, how to reach them, which right. Seen by those who handle reports
/// everywhere. The receipt's code opens the state and nothing else.
/// </summary>
public sealed class Complaint
{
    public const int NameLength = 60;
    public const int ContactLength = 254;
    public const int AddressLength = 500;
    public const int RightLength = 200;
    public const int TextLength = 2000;
    public const int CodeLength = 16;

    public long CaseId { get; init; }

    /// <summary>Unique; letters and digits that can't be mistaken for each other.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>A mail address, which gets the answer, or a telephone number.</summary>
    public required string Contact { get; init; }

    public required string Address { get; init; }
    public required string Right { get; init; }
    public required string Text { get; init; }

    /// <summary>BCP 47, of the form; the mail is written in it.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was sent from, as 16 bytes.</summary>
    public byte[]? Sender { get; init; }
}
