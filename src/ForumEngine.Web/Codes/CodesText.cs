namespace ForumEngine.Web.Codes;

/// <summary>Names the texts of the panel's codes: CodesText.resx, CodesText.en.resx.</summary>
public sealed class CodesText;
