namespace ForumEngine.Web.Admin;

/// <summary>Names the texts of the panel: AdminText.resx, AdminText.en.resx.</summary>
public sealed class AdminText;
