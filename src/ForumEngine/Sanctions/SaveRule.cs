using System.Text.Json;
using System.Text.RegularExpressions;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What the form of a rule carries; without an id it is a new one. An empty title leaves a rule of the engine its own words.</summary>
public sealed record RuleDraft(int? Id, string Code, ReportCategory? Category, string Title, string Text);

/// <summary>Adds or changes a rule, for administrators.</summary>
public sealed partial class SaveRule(ForumDb db, Versions versions)
{
    public const int MostRules = 200;

    public async Task<Refusal?> RunAsync(Viewer who, RuleDraft draft, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        draft = draft with { Code = draft.Code.Trim(), Title = draft.Title.Trim(), Text = Posts.PostText.CleanBody(draft.Text) };
        var old = draft.Id is { } id ? await db.Rules.SingleOrDefaultAsync(r => r.Id == id, cancel) : null;
        if (draft.Id is not null && old is null) return Refusal.NotFound;
        if (WhyNot(draft, old) is { } refused) return refused;
        if (old is null && await db.Rules.CountAsync(cancel) >= MostRules) return Refusal.Invalid("Code", "TooManyRules", MostRules);
        if (await db.Rules.AnyAsync(r => r.Code == draft.Code && r.Id != draft.Id, cancel)) return Refusal.Invalid("Code", "RuleCodeTaken", draft.Code);
        try
        {
            await db.InTransactionAsync(() => WriteAsync(who, draft, old, cancel), cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            return Refusal.Invalid("Code", "RuleCodeTaken", draft.Code);
        }
        versions.Forget();
        return null;
    }

    private static Refusal? WhyNot(RuleDraft draft, Rule? old)
    {
        if (!CodePattern().IsMatch(draft.Code)) return Refusal.Invalid("Code", "RuleCode", Rule.CodeLength);
        if (draft.Category is not { } category || !Enum.IsDefined(category)) return Refusal.Invalid("Category", "ChoiceUnknown");
        if (draft.Title.Length == 0 && (old?.Key ?? "").Length == 0) return Refusal.Invalid("Title", "TitleMissing");
        if (draft.Title.Length > Rule.TitleLength) return Refusal.Invalid("Title", "TextTooLong", Rule.TitleLength);
        return draft.Text.Length > Rule.TextLength ? Refusal.Invalid("Text", "TextTooLong", Rule.TextLength) : null;
    }

    private async Task WriteAsync(Viewer who, RuleDraft draft, Rule? old, CancellationToken cancel)
    {
        if (old is null)
        {
            var last = await db.Rules.MaxAsync(r => (int?)r.Position, cancel) ?? 0;
            db.Rules.Add(new Rule { Code = draft.Code, Category = draft.Category!.Value, Title = draft.Title, Text = draft.Text, Position = last + 1 });
        }
        else
            await db.Rules.Where(r => r.Id == old.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Code, draft.Code).SetProperty(x => x.Category, draft.Category!.Value)
                .SetProperty(x => x.Title, draft.Title).SetProperty(x => x.Text, draft.Text), cancel);
        db.Log(who, old is null ? "rule.add" : "rule.change", details: JsonSerializer.Serialize(new
        {
            from = old is null ? null : new { old.Code, Category = old.Category.ToString(), old.Title, old.Text },
            to = new { draft.Code, Category = draft.Category.ToString(), draft.Title, draft.Text },
        }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Rules, cancel);
    }

    [GeneratedRegex("^[0-9A-Za-z][0-9A-Za-z.-]{0,9}$")]
    private static partial Regex CodePattern();
}
