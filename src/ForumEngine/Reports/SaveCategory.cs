using System.Globalization;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>A line of /admin/report-categories; without an id it is a new one.</summary>
public sealed record CategoryDraft(int? Id, string Name, string NameEn, int Position, int DueHours, bool NeedsWords, bool IsRetired);

/// <summary>Adds, renames, orders or retires a category. One must stay on offer.</summary>
public sealed class SaveCategory(ForumDb db, Versions versions)
{
    public const int Most = 30;

    public async Task<Refusal?> RunAsync(Viewer who, CategoryDraft draft, CancellationToken cancel)
    {
        draft = draft with { Name = PostText.CleanTitle(draft.Name), NameEn = PostText.CleanTitle(draft.NameEn) };
        if (draft.Name.Length is 0 or > CaseCategory.NameLength) return Refusal.Invalid("Name", "CategoryName", CaseCategory.NameLength);
        if (draft.NameEn.Length > CaseCategory.NameLength) return Refusal.Invalid("NameEn", "CategoryName", CaseCategory.NameLength);
        if (draft.DueHours is < 1 or > CaseCategory.MaxDueHours) return Refusal.Invalid("DueHours", "NumberOutOfRange", 1, CaseCategory.MaxDueHours);
        if (draft.Position is < 0 or > 999) return Refusal.Invalid("Position", "NumberOutOfRange", 0, 999);
        var refusal = await db.InTransactionAsync(() => WriteAsync(who, draft, cancel), cancel);
        versions.Forget();
        return refusal;
    }

    private async Task<Refusal?> WriteAsync(Viewer who, CategoryDraft draft, CancellationToken cancel)
    {
        var all = await db.ReportCategories.ToListAsync(cancel);
        var old = all.Find(c => c.Id == draft.Id);
        if (draft.Id is not null && old is null) return Refusal.NotFound;
        if (old is null && all.Count >= Most) return Refusal.Invalid("Name", "TooManyCategories", Most);
        if (draft.IsRetired && all.TrueForAll(c => c.IsRetired || c.Id == draft.Id)) return Refusal.Invalid("IsRetired", "LastCategory");
        if (old is null)
            db.ReportCategories.Add(new CaseCategory
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"own{all.Max(c => c.Id) + 1}"),
                Name = draft.Name,
                NameEn = draft.NameEn,
                Position = draft.Position,
                DueHours = draft.DueHours,
                NeedsWords = draft.NeedsWords,
                IsRetired = draft.IsRetired,
            });
        else
            await db.ReportCategories.Where(c => c.Id == draft.Id).ExecuteUpdateAsync(c => c
                .SetProperty(x => x.Name, draft.Name).SetProperty(x => x.NameEn, draft.NameEn).SetProperty(x => x.Position, draft.Position)
                .SetProperty(x => x.DueHours, draft.DueHours).SetProperty(x => x.NeedsWords, draft.NeedsWords).SetProperty(x => x.IsRetired, draft.IsRetired), cancel);
        db.Log(who, old is null ? "category.add" : "category.change", draft.Name, details: JsonSerializer.Serialize(new { from = old, to = draft }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.ReportCategories, cancel);
        return null;
    }
}
