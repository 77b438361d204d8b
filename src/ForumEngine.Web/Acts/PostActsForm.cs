using System.Globalization;
using ForumEngine.Acts;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Acts;

/// <summary>The fields of /desk/posts/act: several posts of one thread.</summary>
public sealed class PostActsForm
{
    public static readonly string[] Kinds = ["delete", "restore", "block", "unblock", "split"];

    public List<long> Post { get; set; } = [];
    public string? Do { get; set; }

    /// <summary>Of the new thread, when they are split off.</summary>
    public string? Title { get; set; }

    public string? Reason { get; set; }
    public bool Tell { get; set; }

    [BindNever]
    public IReadOnlyList<Post> Posts { get; set; } = [];

    [BindNever]
    public ThreadOnDesk? On { get; set; }

    public string Kind => Kinds.Contains(Do) ? Do! : "delete";

    public PostAct Act => Enum.Parse<PostAct>(Kind, true);

    public string Floors => string.Join(", ", Posts.Select(p => p.Floor.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>What became of them, where not all went well.</summary>
public sealed record PostsDone(PostActsForm Form, IReadOnlyList<PostResult> Results);
