using ForumEngine.Staff;

namespace ForumEngine.Web.Staff;

/// <summary>How lines of the desk look.</summary>
public static class BoxLook
{
    /// <summary>The line says for how long somebody has been a member, up to here.</summary>
    public static readonly TimeSpan Newcomer = TimeSpan.FromDays(30);

    public static (string Icon, string Colour) Of(BoxLineKind kind) => kind switch
    {
        BoxLineKind.Urgent => ("warn", "c-ban"),
        BoxLineKind.Complaint => ("shield", "c-ban"),
        BoxLineKind.Review => ("eye", "c-accent"),
        BoxLineKind.Appeal => ("gavel", "c-digest"),
        BoxLineKind.NewMember => ("user", "c-accent"),
        _ => ("flag", "c-hot"),
    };
}
