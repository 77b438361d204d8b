namespace ForumEngine.Web.Announcements;

/// <summary>Names the texts of the announcements' pages: AnnouncementsText.resx, AnnouncementsText.en.resx.</summary>
public sealed class AnnouncementsText;
