namespace ForumEngine.Markup;

/// <summary>The tags that work in one post: those of the library that are allowed, and custom ones.</summary>
internal sealed class TagSet
{
    private readonly IReadOnlySet<string>? allowed;
    private readonly Dictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>>? custom;

    private TagSet(MarkupOptions options)
    {
        allowed = options.AllowedTags;
        if (options.CustomCodes.Count == 0)
            return;
        var byName = new Dictionary<string, Tag>(StringComparer.OrdinalIgnoreCase);
        foreach (var code in options.CustomCodes)
            byName[code.Tag] = code.AsTag;
        custom = byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All tags of the library.</summary>
    public static TagSet All { get; } = new(MarkupOptions.Default);

    public static TagSet For(MarkupOptions options) =>
        options.AllowedTags is null && options.CustomCodes.Count == 0 ? All : new TagSet(options);

    /// <summary>The tag whose name stands behind the bracket (and a slash) at <paramref name="open"/>.</summary>
    public Tag? FindAt(string source, int open, out int nameEnd)
    {
        var nameStart = open + 1 < source.Length && source[open + 1] == '/' ? open + 2 : open + 1;
        nameEnd = nameStart;
        while (nameEnd < source.Length && (char.IsAsciiLetterOrDigit(source[nameEnd]) || source[nameEnd] == '*'))
            nameEnd++;
        return Find(source.AsSpan(nameStart, nameEnd - nameStart));
    }

    private Tag? Find(ReadOnlySpan<char> name)
    {
        var tag = TagTable.Find(name);
        if (tag is null && custom?.TryGetValue(name, out tag) is not true)
            return null;
        return allowed is null || allowed.Contains(tag!.PartOf ?? tag.Name) ? tag : null;
    }
}
