namespace ForumEngine.Web.Legal;

/// <summary>Names the texts around site pages: LegalText.resx, LegalText.en.resx.</summary>
public sealed class LegalText;
