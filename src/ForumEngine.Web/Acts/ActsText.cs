namespace ForumEngine.Web.Acts;

/// <summary>Names the texts of acts on threads and posts, of their records and of the recycle bin: ActsText.resx, ActsText.en.resx.</summary>
public sealed class ActsText;
