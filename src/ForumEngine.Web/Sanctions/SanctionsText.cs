namespace ForumEngine.Web.Sanctions;

/// <summary>Names the texts of the darkroom and of the forms behind it: SanctionsText.resx, SanctionsText.en.resx.</summary>
public sealed class SanctionsText;
