using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>What a rule found in a post; <paramref name="Rule"/> is one word (<c>words</c>), <paramref name="Category"/> a <see cref="CaseCategory"/>'s id.</summary>
public sealed record PostFlag(long PostId, string Rule, int Category, string Message);

/// <summary>A rule opens a post's case, or joins the open one, without anybody having reported it.</summary>
public sealed class FlagPost(ReportCategories categories)
{
    /// <summary>
    /// Within the caller's transaction, in which the post is saved already. The same rule speaks once in a case; false when it has.
    /// </summary>
    public async Task<bool> RunAsync(ForumDb db, PostFlag flag, DateTime now, CancellationToken cancel)
    {
        var set = await categories.CurrentAsync(cancel);
        var report = new Report
        {
            PostId = flag.PostId,
            Rule = flag.Rule,
            CategoryId = set.Find(flag.Category)?.Id ?? CaseCategory.Other,
            Message = flag.Message.Length > Report.MessageLength ? flag.Message[..Report.MessageLength] : flag.Message,
            At = now,
        };
        // Locks the post's row: two flags of the same rule come one after the other.
        await db.Posts.Where(p => p.Id == flag.PostId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Files, x => x.Files), cancel);
        var spoken = CaseBook.OpenOf(db, report).Where(c => db.Reports.Any(r => r.CaseId == c.Id && r.Rule == flag.Rule));
        if (await spoken.AnyAsync(cancel)) return false;
        await CaseBook.AddAsync(db, set, report, cancel);
        return true;
    }
}
