using System.Globalization;
using ForumEngine.Storage;

namespace ForumEngine.Avatars;

/// <summary>Where avatars lie: a name follows from member and version, so that serving one asks no database.</summary>
public sealed class AvatarFiles(FileStore store)
{
    /// <summary>Lengths of a side in pixels: lists, floors, profiles, each for fine screens.</summary>
    public static readonly IReadOnlyList<int> Sizes = [48, 96, 192];

    private const string Aside = ".aside";

    public const string MediaType = "image/webp";

    /// <summary>The smallest that is sharp at this many CSS pixels on a fine screen.</summary>
    public static int SizeFor(int pixels) => Sizes.FirstOrDefault(s => s >= pixels * 2, Sizes[^1]);

    /// <summary>Null: that version isn't there.</summary>
    public string? Find(int memberId, int version, int size) =>
        store.PathOf(Name(memberId, version), Variant(size)) is var path && File.Exists(path) ? path : null;

    /// <summary>Out of reach, to come back perhaps.</summary>
    public void LayAside(int memberId, int version) => Turn(memberId, version, Variant, size => Variant(size) + Aside);

    public void PutBack(int memberId, int version) => Turn(memberId, version, size => Variant(size) + Aside, Variant);

    public void Delete(int memberId, int version) => store.Delete(Name(memberId, version));

    private void Turn(int memberId, int version, Func<int, string> from, Func<int, string> to)
    {
        foreach (var size in Sizes) store.Rename(Name(memberId, version), from(size), to(size));
    }

    public static string Name(int memberId, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"avatars/{memberId & 0xFF:x2}/{memberId}-{version}");

    public static string Variant(int size) => string.Create(CultureInfo.InvariantCulture, $"{size}.webp");
}
