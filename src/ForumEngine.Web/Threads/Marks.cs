using ForumEngine.Threads;

namespace ForumEngine.Web.Threads;

/// <summary>How strong a mark is drawn: outline, tint, solid (docs/face.md).</summary>
public static class Marks
{
    public static string Of(Sticky sticky) => $"mk c-sticky {Strength((int)sticky)}";

    public static string Digest(int level) => $"mk c-digest {Strength(level)}";

    public static string Roman(int level) => level switch { 1 => "I", 2 => "II", _ => "III" };

    private static string Strength(int level) => level switch { <= 1 => "", 2 => "tint", _ => "solid" };
}
