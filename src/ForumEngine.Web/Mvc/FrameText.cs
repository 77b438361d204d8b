namespace ForumEngine.Web.Mvc;

/// <summary>Names the texts of the frame and the parts: FrameText.resx, FrameText.en.resx.</summary>
public sealed class FrameText;
