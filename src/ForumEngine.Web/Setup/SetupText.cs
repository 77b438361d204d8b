namespace ForumEngine.Web.Setup;

/// <summary>Names the texts of the first set-up: SetupText.resx, SetupText.en.resx.</summary>
public sealed class SetupText;
