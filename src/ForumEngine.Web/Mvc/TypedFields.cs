namespace ForumEngine.Web.Mvc;

/// <summary>A field of a form that was sent in vain; <paramref name="IsLong"/>: a text that its writer wants to see again.</summary>
public sealed record TypedField(string Name, string Value, bool IsLong);

/// <summary>Reads what somebody was about to send, so that it can be given back. Neither files nor passwords nor the token.</summary>
public static class TypedFields
{
    /// <summary>Characters; a text longer than a line of a form.</summary>
    private const int Line = 60;

    public static async Task<IReadOnlyList<TypedField>> OfAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return [];
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return [.. form.Where(f => !IsSecret(f.Key)).SelectMany(f => f.Value.Select(v => new TypedField(f.Key, v ?? "", (v ?? "").Length > Line || (v ?? "").Contains('\n'))))];
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException)
        {
            return [];
        }
    }

    private static bool IsSecret(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name.Contains("Password", StringComparison.OrdinalIgnoreCase) || name is "Code" or "Token" or "Work" or "OpenedAt";
}
