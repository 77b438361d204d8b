namespace ForumEngine.Markup;

/// <summary>How much longer than its source a post may get by templates of custom codes, which a short tag may stand for.</summary>
internal sealed class Growth
{
    private const int Limit = 40_000;
    private int grown;

    public bool Allows(Shape shape) => shape.Filled is not { } filled || (grown += filled.Length) <= Limit;
}
