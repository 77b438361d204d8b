namespace ForumEngine.Web.Groups;

/// <summary>Names the texts of groups, the matrix and the explainer: RightsText.resx, RightsText.en.resx.</summary>
public sealed class RightsText;
