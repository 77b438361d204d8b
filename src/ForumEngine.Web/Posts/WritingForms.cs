using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Web.Posts;

/// <summary>Names the texts of writing: WritingText.resx, WritingText.en.resx.</summary>
public sealed class WritingText;

/// <summary>The text field with its tools; the draft's key is the same in the full form and the quick one.</summary>
public sealed record Editor(string? Body, string DraftKey, bool IsSmall = false)
{
    /// <summary>Of a full form: what else it carries.</summary>
    public WritingForm? Form { get; init; }

    /// <summary>What hangs on the post already; their ids are in the form's <see cref="WritingForm.Files"/>.</summary>
    public IReadOnlyList<AttachedFile> Attached => [.. (Form?.Attached ?? []).Select(f => new AttachedFile(f.Id, f.Name, f.IsImage))];
}

/// <summary>A file in the list under the text.</summary>
public sealed record AttachedFile(long Id, string Name, bool IsImage);

/// <summary>The title, with the board's types where it has any.</summary>
public sealed record TitleLine(string? Title, IReadOnlyList<ThreadTypeName> Types, int? TypeId = null, bool TypeRequired = false)
{
    /// <summary>The types that this writer may choose, and the one the thread has already.</summary>
    public static TitleLine For(Viewer who, BoardNode board, string? title, int? typeId) =>
        new(title, [.. board.Types.Where(t => !t.StaffOnly || t.Id == typeId || who.IsStaff(board))], typeId, board.TypeRequired);
}

/// <summary>The buttons under a form: send, preview, and the way back.</summary>
public sealed record Send(string Text, string BackUrl);
