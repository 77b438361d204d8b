using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Boards;

/// <summary>主题分类 that several boards share: each of them has these types and no others.</summary>
public sealed class TypeSet : Kept, IKept<TypeSet>
{
    public const int NameLength = 40;

    public static string Noun => "typeset";
    public static string Kind => Kinds.Boards;
    public static int Most => 100;

    public string Name { get; set; } = "";

    /// <summary>A type a line, in order; a * in front is for staff.</summary>
    public string Types { get; set; } = "";

    /// <summary>Numbers of the boards, parted by commas.</summary>
    public string BoardIds { get; set; } = "";

    public string Called() => Name;

    public IEnumerable<Refusal> Check()
    {
        Name = PostText.CleanTitle(Name);
        var types = TypeLines.Parse(Types.Split('\n'));
        Types = TypeLines.Write(types);
        if (Name.Length == 0) yield return Refusal.Invalid(nameof(Name), "TitleMissing");
        if (Name.Length > NameLength) yield return Refusal.Invalid(nameof(Name), "TextTooLong", NameLength);
        if (TypeLines.WhyNot(types) is { } wrong) yield return wrong;
    }
}

/// <summary>A type as it is typed.</summary>
internal sealed record TypeLine(string Name, bool StaffOnly);

/// <summary>Types as lines of a field.</summary>
internal static class TypeLines
{
    public static IReadOnlyList<TypeLine> Parse(IEnumerable<string> lines) =>
        [.. lines.Select(n => n.Trim()).Select(n => new TypeLine(n.TrimStart('*').Trim(), n.StartsWith('*'))).Where(n => n.Name.Length > 0).DistinctBy(n => n.Name)];

    public static string Write(IEnumerable<TypeLine> lines) => string.Join('\n', lines.Select(l => l.StaffOnly ? $"*{l.Name}" : l.Name));

    public static Refusal? WhyNot(IReadOnlyList<TypeLine> lines) =>
        lines.Count > BoardRules.MaxTypes ? Refusal.Invalid("Types", "TooManyTypes", BoardRules.MaxTypes)
        : lines.Any(n => n.Name.Length > ThreadType.NameLength) ? Refusal.Invalid("Types", "TypeNameLength", ThreadType.NameLength) : null;

    /// <summary>A line that was typed over in its place: as many lines before as after, the old name gone and the new one new.</summary>
    public static IEnumerable<(string From, string To)> Renamed(IReadOnlyList<TypeLine> before, IReadOnlyList<TypeLine> after) =>
        before.Count != after.Count ? [] : before.Zip(after).Where(p => p.First.Name != p.Second.Name && after.All(a => a.Name != p.First.Name) && before.All(b => b.Name != p.Second.Name))
            .Select(p => (p.First.Name, p.Second.Name));
}

internal sealed class TypeSetTable : IEntityTypeConfiguration<TypeSet>
{
    public void Configure(EntityTypeBuilder<TypeSet> builder)
    {
        builder.ToTable("type_sets");
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Name).HasMaxLength(TypeSet.NameLength);
    }
}
