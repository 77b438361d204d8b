namespace ForumEngine.Tags;

/// <summary>A word that threads share across boards (features.md A3, Tags).</summary>
public sealed class Tag
{
    /// <summary>Characters as people see them: 1 to 20.</summary>
    public const int NameLength = 20;

    /// <summary>Of all names of a thread with the commas between them, in UTF-16 units.</summary>
    public const int NamesLength = 600;

    public int Id { get; set; }
    public required string Name { get; set; }

    /// <summary>NFKC and case folded; unique.</summary>
    public required string Folded { get; set; }

    /// <summary>Threads that carry it, whatever their state.</summary>
    public int Threads { get; set; }

    /// <summary>Closed tags can't be given any more and have no page.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Its page leads there.</summary>
    public int? MergedIntoId { get; set; }
}

public sealed class ThreadTag
{
    public int TagId { get; init; }
    public long ThreadId { get; init; }
}
