using System.Net;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Staff;

/// <summary>How lines of the log are said.</summary>
public static class LogWords
{
    /// <summary>What was done; the word of the code where nobody has named it.</summary>
    public static string Act(IStringLocalizer<StaffText> text, string act) => text[$"Did_{act}"] is { ResourceNotFound: false } said ? said.Value : act;

    /// <summary>Where from, for those who may see addresses.</summary>
    public static string Address(Viewer who, StaffAct act) =>
        act.Address is { Length: 16 } bytes && who.May(StaffRight.SeeAddresses) ? Plain(new IPAddress(bytes)) : "";

    private static string Plain(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    /// <summary>The fields of the details, in their order; what is text is shown as it is, and so is what isn't JSON.</summary>
    public static IReadOnlyList<(string Name, string Value)> Details(string? json)
    {
        if (string.IsNullOrEmpty(json)) return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return [("", document.RootElement.ToString())];
            return [.. document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind is not JsonValueKind.Null && p.Value.ToString().Length > 0).Select(p => (p.Name, p.Value.ToString()))];
        }
        catch (JsonException)
        {
            return [("", json)];
        }
    }
}
