namespace ForumEngine.Web.Attachments;

/// <summary>Names the texts of files: AttachmentsText.resx, AttachmentsText.en.resx.</summary>
public sealed class AttachmentsText;
