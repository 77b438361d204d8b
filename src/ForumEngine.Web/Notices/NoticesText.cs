namespace ForumEngine.Web.Notices;

/// <summary>Names the sentences of the inbox: NoticesText.resx, NoticesText.en.resx.</summary>
public sealed class NoticesText;
