namespace ForumEngine.Markup;

/// <summary>
/// A post as it is stored. <paramref name="Html"/> is the same for all readers: where something depends on the reader
/// it has a placeholder, which is an HTML comment that nothing a member types can make. <paramref name="Hidden"/> holds what
/// not every reader may see and is null when there is nothing of the kind. Both go through <see cref="PostMarkup.Resolve"/>.
/// </summary>
public sealed record Rendered(string Html, string? Hidden);
