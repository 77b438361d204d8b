namespace ForumEngine.Web.Offline;

/// <summary>Texts of the offline page and of the installed app.</summary>
public sealed class OfflineText;
