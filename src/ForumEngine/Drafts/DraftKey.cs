using System.Globalization;

namespace ForumEngine.Drafts;

/// <summary>Which form a draft belongs to: a new thread of a board, an answer to a thread, a change of a post.</summary>
public sealed record DraftKey(string Form, long Id)
{
    public static string Board(int id) => string.Create(CultureInfo.InvariantCulture, $"board-{id}");
    public static string Reply(long threadId) => string.Create(CultureInfo.InvariantCulture, $"reply-{threadId}");
    public static string Edit(long postId) => string.Create(CultureInfo.InvariantCulture, $"edit-{postId}");

    /// <summary>Null when it is no form's key.</summary>
    public static DraftKey? Read(string? key)
    {
        var parts = (key ?? "").Split('-');
        return parts is ["board" or "reply" or "edit", var number] && number.Length <= 18
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new DraftKey(parts[0], id) : null;
    }

    /// <summary>The form's page.</summary>
    public string Url => Form switch
    {
        "board" => $"/boards/{Id}/new",
        "reply" => $"/threads/{Id}/reply",
        _ => $"/posts/{Id}/edit",
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}-{Id}");
}
