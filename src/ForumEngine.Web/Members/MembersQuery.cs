using System.Globalization;
using ForumEngine.Members;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Extensions;

namespace ForumEngine.Web.Members;

/// <summary>The search's filter as its address says it; what can't be read asks nothing.</summary>
public sealed class MembersQuery
{
    public string? Text { get; set; }
    public string? Group { get; set; }
    public string? State { get; set; }
    public string? Board { get; set; }
    public string? Address { get; set; }

    /// <summary>Days of the reader's zone, both included.</summary>
    public string? JoinedFrom { get; set; }

    public string? JoinedUntil { get; set; }
    public string? SeenFrom { get; set; }
    public string? SeenUntil { get; set; }
    public string? PostsFrom { get; set; }
    public string? PostsUntil { get; set; }
    public string? Before { get; set; }

    /// <summary>More than the one field on top was asked for, so that the form is shown open.</summary>
    public bool IsDetailed => new[] { Group, State, Board, Address, JoinedFrom, JoinedUntil, SeenFrom, SeenUntil, PostsFrom, PostsUntil }.Any(v => !string.IsNullOrWhiteSpace(v));

    public MemberFilter Filter(TimeZoneInfo zone) => new()
    {
        Text = Short(Text),
        Group = Typed.Number(Group?.Trim()),
        State = Enum.TryParse<MemberState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        Board = Typed.Number(Board?.Trim()),
        Address = Short(Address),
        JoinedFrom = Days.Begin(JoinedFrom, zone),
        JoinedUntil = Days.End(JoinedUntil, zone),
        SeenFrom = Days.Begin(SeenFrom, zone),
        SeenUntil = Days.End(SeenUntil, zone),
        PostsFrom = Typed.Number(PostsFrom?.Trim()),
        PostsUntil = Typed.Number(PostsUntil?.Trim()),
        Before = Typed.Number(Before?.Trim()),
    };

    /// <summary>The same filter further down, or as a file.</summary>
    public string To(string path, int? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new[] { ("text", Text), ("group", Group), ("state", State), ("board", Board), ("address", Address), ("joinedFrom", JoinedFrom), ("joinedUntil", JoinedUntil),
            ("seenFrom", SeenFrom), ("seenUntil", SeenUntil), ("postsFrom", PostsFrom), ("postsUntil", PostsUntil), ("before", before?.ToString(CultureInfo.InvariantCulture)) })
            if (!string.IsNullOrWhiteSpace(value)) query.Add(key, value);
        return path + query;
    }

    private static string Short(string? text) => text?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, 254)] : "";
}
