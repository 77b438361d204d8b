namespace ForumEngine.Web.Admin;

/// <summary>Names the texts of the pages about boards: AdminBoardText.resx, AdminBoardText.en.resx.</summary>
public sealed class AdminBoardText;
