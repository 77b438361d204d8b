using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Web.Posts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Drafts;

/// <summary>Brings a form its draft: to be offered above it, or, once the writer said so (<c>?draft=1</c>), as what stands in it.</summary>
public sealed class FormDraft(FindDraft find)
{
    private static readonly JsonSerializerOptions Plain = new() { MaxDepth = 2 };

    public async Task OfferAsync(Viewer who, WritingForm form, string key, string? asked, CancellationToken cancel)
    {
        form.Draft = await find.RunAsync(who, key, cancel);
        if (form.Draft is { } draft && asked == "1") Take(form, draft);
    }

    private static void Take(WritingForm form, Draft draft)
    {
        form.Body = draft.Body;
        foreach (var (name, value) in Read(draft.Fields)) Set(form, name, value);
        Set(form, "Title", draft.Title);
        form.DraftKey = draft.Key;
    }

    private static Dictionary<string, string> Read(string json)
    {
        try
        {
            return json.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json, Plain) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Only what a request may fill in too, the version that an edit began with among it: who goes on with an old edit is told of newer ones.</summary>
    private static void Set(WritingForm form, string name, string value)
    {
        if (name is "SubmissionId" or "Preview" or "DraftKey") return;
        if (form.GetType().GetProperty(name) is not { CanWrite: true } field || field.GetCustomAttribute<BindNeverAttribute>() is not null) return;
        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        if (type == typeof(string)) field.SetValue(form, value);
        else if (type == typeof(bool)) field.SetValue(form, value == "true");
        else if (type == typeof(int) && int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) field.SetValue(form, number);
        else if (type == typeof(long) && long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)) field.SetValue(form, id);
        else if (type == typeof(DateTime) && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) field.SetValue(form, at);
    }
}
