namespace ForumEngine.Web.Backups;

/// <summary>Names the texts of the backups' page: BackupText.resx, BackupText.en.resx.</summary>
public sealed class BackupText;
