namespace ForumEngine.Web.Keeping;

/// <summary>Names the texts of the lists that administrators keep: KeepingText.resx, KeepingText.en.resx.</summary>
public sealed class KeepingText;
