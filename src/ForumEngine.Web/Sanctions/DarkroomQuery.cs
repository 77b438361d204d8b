using System.Globalization;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Extensions;

namespace ForumEngine.Web.Sanctions;

/// <summary>The darkroom's filter as its address says it; words it doesn't know filter nothing.</summary>
public sealed class DarkroomQuery
{
    public string? State { get; set; }
    public string? Kind { get; set; }
    public string? Member { get; set; }
    public string? Board { get; set; }
    public string? Rule { get; set; }
    public string? Before { get; set; }

    public DarkroomFilter Filter => new(Word<DarkroomState>(State), Word<SanctionKind>(Kind), Member, Typed.Number(Before))
    {
        BoardId = Typed.Number(Board),
        RuleId = Typed.Number(Rule),
    };

    public bool IsEmpty => Filter is { State: null, Kind: null, BoardId: null, RuleId: null } && string.IsNullOrWhiteSpace(Member);

    /// <summary>The same filter further down, or in another form.</summary>
    public string Address(string path, int? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new[] { ("state", State), ("kind", Kind), ("member", Member), ("board", Board), ("rule", Rule), ("before", before?.ToString(CultureInfo.InvariantCulture)) })
            if (!string.IsNullOrWhiteSpace(value)) query.Add(key, value);
        return path + query;
    }

    public static T? Word<T>(string? word) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => v.ToString().Equals(word?.Trim(), StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).FirstOrDefault();
}
