namespace ForumEngine.Web.Staff;

/// <summary>Names the texts of the desk and of the staff's forms: StaffText.resx, StaffText.en.resx.</summary>
public sealed class StaffText;
