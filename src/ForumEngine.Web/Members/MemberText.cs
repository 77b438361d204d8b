namespace ForumEngine.Web.Members;

/// <summary>Names the texts of profiles: MemberText.resx, MemberText.en.resx.</summary>
public sealed class MemberText;
