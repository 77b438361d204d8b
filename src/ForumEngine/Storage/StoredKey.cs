namespace ForumEngine.Storage;

/// <summary>One key of the Data Protection ring (sign-in cookies, tokens in mails), shared by all nodes.</summary>
public sealed class StoredKey
{
    public int Id { get; init; }
    public string? Name { get; init; }
    public required string Xml { get; init; }
}
