using ForumEngine.Accounts;
using ForumEngine.Permissions;

namespace ForumEngine.Reports;

/// <summary>What a complaint must say. Pure.</summary>
public static class ComplaintRules
{
    private const int LeastDigits = 5;

    public static IEnumerable<Refusal> Problems(NewComplaint typed, CaseCategory? category)
    {
        if (category is null or { IsRetired: true }) yield return Refusal.Invalid("Category", "ReportCategoryMissing");
        if (Wrong(typed.Name, Complaint.NameLength) is { } name) yield return Refusal.Invalid("Name", name, Complaint.NameLength);
        if (!IsContact(typed.Contact)) yield return Refusal.Invalid("Contact", "ContactInvalid");
        if (Wrong(typed.Address, Complaint.AddressLength) is { } address) yield return Refusal.Invalid("Address", address, Complaint.AddressLength);
        if (Wrong(typed.Right, Complaint.RightLength) is { } right) yield return Refusal.Invalid("Right", right, Complaint.RightLength);
        if (Wrong(typed.Text, Complaint.TextLength) is { } text) yield return Refusal.Invalid("Text", text, Complaint.TextLength);
        if (!typed.IsTrue) yield return Refusal.Invalid("IsTrue", "StatementMissing");
    }

    private static string? Wrong(string text, int most) => text.Length == 0 ? "FieldMissing" : text.Length > most ? "TextTooLong" : null;

    /// <summary>A mail address or a telephone number.</summary>
    private static bool IsContact(string text) =>
        text.Length <= Complaint.ContactLength && (EmailAddress.IsValid(text) || (!text.Contains('@') && text.Count(char.IsAsciiDigit) >= LeastDigits));
}
