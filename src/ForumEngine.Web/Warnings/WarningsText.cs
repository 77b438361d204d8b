namespace ForumEngine.Web.Warnings;

/// <summary>Names the texts of warnings: WarningsText.resx, WarningsText.en.resx.</summary>
public sealed class WarningsText;
