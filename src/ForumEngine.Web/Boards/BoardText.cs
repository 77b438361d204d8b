namespace ForumEngine.Web.Boards;

/// <summary>Names the texts of the index and of boards: BoardText.resx, BoardText.en.resx.</summary>
public sealed class BoardText;
