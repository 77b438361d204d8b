using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Codes;

/// <summary>What the form of a code carries; without an id it is a new one.</summary>
public sealed record CodeDraft(int? Id, string? Tag, string? Template, string? Explanation, bool IsOn);

/// <summary>Adds or changes a code of the site. Posts are rendered anew as they are read.</summary>
public sealed class SaveCode(ForumDb db, Versions versions)
{
    public const int MostCodes = 50;
    private const int ExplanationLength = 200;

    /// <summary>Every problem at its field; the library's own have the codes <c>Code_…</c>.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, CodeDraft draft, CancellationToken cancel)
    {
        var (tag, template, explanation) = (Clean(draft.Tag).ToLowerInvariant(), Clean(draft.Template), Clean(draft.Explanation));
        List<Refusal> problems = [.. CustomCode.Read(tag, template).Errors.Select(Problem)];
        if (explanation.Length > ExplanationLength) problems.Add(Refusal.Invalid("Explanation", "ReasonTooLong", ExplanationLength));
        if (draft.Id is null && await db.Codes.CountAsync(cancel) >= MostCodes) problems.Add(Refusal.Invalid("Tag", "TooManyCodes", MostCodes));
        if (await db.Codes.AnyAsync(c => c.Tag == tag && c.Id != draft.Id, cancel)) problems.Add(Refusal.Invalid("Tag", "CodeTaken", tag));
        if (draft.Id is { } known && !await db.Codes.AnyAsync(c => c.Id == known, cancel)) return [Refusal.NotFound];
        if (problems.Count > 0) return problems;
        try
        {
            await db.InTransactionAsync(() => WriteAsync(who, draft.Id, new Code { Tag = tag, Template = template, Explanation = explanation, IsOn = draft.IsOn }, cancel), cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            return [Refusal.Invalid("Tag", "CodeTaken", tag)];
        }
        versions.Forget();
        return [];
    }

    private async Task WriteAsync(Viewer who, int? id, Code code, CancellationToken cancel)
    {
        if (id is null) db.Codes.Add(code);
        else
            await db.Codes.Where(c => c.Id == id).ExecuteUpdateAsync(c => c
                .SetProperty(x => x.Tag, code.Tag).SetProperty(x => x.Template, code.Template)
                .SetProperty(x => x.Explanation, code.Explanation).SetProperty(x => x.IsOn, code.IsOn), cancel);
        db.Log(who, id is null ? "code.add" : "code.change", code.Tag, details: code.Template);
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Codes, cancel);
    }

    public static Refusal Problem(CustomCodeError error) => Refusal.Invalid(
        error.Problem is CustomCodeProblem.Tag or CustomCodeProblem.TagTaken ? "Tag" : "Template", $"Code_{error.Problem}", error.What);

    private static string Clean(string? typed) => Posts.PostText.CleanBody(typed);
}
