namespace ForumEngine.Web.Likes;

/// <summary>Names the texts of likes: LikesText.resx, LikesText.en.resx.</summary>
public sealed class LikesText;
