namespace ForumEngine.Web.Staff;

/// <summary>Names the texts of the desk's frame, boxes and tools: DeskText.resx, DeskText.en.resx.</summary>
public sealed class DeskText;
