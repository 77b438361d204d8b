namespace ForumEngine.Web.Cleaning;

/// <summary>Names the texts of the mass clean-up: CleaningText.resx, CleaningText.en.resx.</summary>
public sealed class CleaningText;
