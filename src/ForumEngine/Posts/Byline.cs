using ForumEngine.Permissions;

namespace ForumEngine.Posts;

/// <summary>Who a post is by, for lists and counters: nobody where that isn't told.</summary>
public sealed record Byline(int? MemberId, string Name)
{
    public static readonly Byline Nobody = new(null, "");

    public static Byline Of(Viewer author, bool isTold) => isTold ? new(author.MemberId, author.Name) : Nobody;
}
