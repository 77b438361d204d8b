using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>Adds, changes and deletes policies; in force within a second everywhere.</summary>
public sealed class SavePolicy(ForumDb db, Versions versions)
{
    /// <summary>Id 0 is a new one. Every problem at its field.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, ReviewPolicy policy, CancellationToken cancel)
    {
        policy.Name = Posts.PostText.CleanTitle(policy.Name);
        List<Refusal> problems = [.. Problems(policy)];
        if (policy.Id == 0 && await db.ReviewPolicies.Take(ReviewPolicy.Most).CountAsync(cancel) == ReviewPolicy.Most) problems.Add(Refusal.Invalid("Name", "TooManyPolicies", ReviewPolicy.Most));
        if (problems.Count > 0) return problems;
        var isNew = policy.Id == 0;
        var missing = await db.InTransactionAsync(async () =>
        {
            var before = isNew ? null : await db.ReviewPolicies.SingleOrDefaultAsync(p => p.Id == policy.Id, cancel);
            if (!isNew && before is null) return Refusal.NotFound;
            if (isNew) policy.Id = 0;
            db.ReviewPolicies.Update(policy);
            db.Log(who, isNew ? "policy.add" : "policy.change", policy.Name, details: BoardLog.Json(new { from = before, to = policy }));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Review, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return missing is null ? [] : [missing];
    }

    public async Task<Refusal?> DeleteAsync(Viewer who, int id, CancellationToken cancel)
    {
        var missing = await db.InTransactionAsync(async () =>
        {
            if (await db.ReviewPolicies.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } policy) return Refusal.NotFound;
            await db.ReviewPolicies.Where(p => p.Id == id).ExecuteDeleteAsync(cancel);
            db.Log(who, "policy.delete", policy.Name, details: BoardLog.Json(policy));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Review, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return missing;
    }

    private static IEnumerable<Refusal> Problems(ReviewPolicy policy)
    {
        if (policy.Name.Length == 0) yield return Refusal.Invalid("Name", "PolicyNameMissing");
        if (policy.Name.Length > ReviewPolicy.NameLength) yield return Refusal.Invalid("Name", "TextTooLong", ReviewPolicy.NameLength);
        if (!policy.OnThreads && !policy.OnReplies) yield return Refusal.Invalid("OnThreads", "PolicyOnNothing");
        if (policy.FromMinute is null != policy.ToMinute is null) yield return Refusal.Invalid("From", "PolicyHalfATime");
        if (policy.NewDays is < 1 or > 3650) yield return Refusal.Invalid("NewDays", "NumberBetween", 1, 3650);
        if (policy.NewPosts is < 1 or > 100_000) yield return Refusal.Invalid("NewPosts", "NumberBetween", 1, 100_000);
        if (policy.WordCategory?.Length > Words.Word.CategoryLength) yield return Refusal.Invalid("WordCategory", "TextTooLong", Words.Word.CategoryLength);
        if (policy.Boards.Length > 500 || policy.Groups.Length > 200) yield return Refusal.Invalid("Boards", "TextTooLong", 500);
    }
}
