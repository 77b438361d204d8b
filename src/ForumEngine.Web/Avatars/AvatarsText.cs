namespace ForumEngine.Web.Avatars;

/// <summary>Names the texts of avatars: AvatarsText.resx, AvatarsText.en.resx.</summary>
public sealed class AvatarsText;
