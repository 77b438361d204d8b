using System.Globalization;
using ForumEngine.Posts;
using ForumEngine.Threads;

namespace ForumEngine.Web.Staff;

/// <summary>The fields behind every act on a thread or a post.</summary>
public sealed class ActForm
{
    public string? Reason { get; set; }

    /// <summary>0 to 3; only for sticking.</summary>
    public string? Level { get; set; }

    /// <summary>A level that doesn't exist when the field says none; the use case refuses it.</summary>
    public Sticky Sticky => int.TryParse(Level, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? (Sticky)level : (Sticky)(-1);
}

/// <summary>The page that asks for the reason. <paramref name="Act"/> is the last part of its address.</summary>
public sealed record ActPage(string Address, string Act, ThreadOnDesk On, ActForm Form)
{
    /// <summary>Set when the act is on a single post.</summary>
    public Post? Post { get; init; }

    public string TextKey => (Post is { Floor: > 1 } || Act is "block" or "unblock" ? "post." : "thread.") + Act;
}
