using System.Security.Cryptography;
using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;

namespace ForumEngine.Reports;

/// <summary>What the public form carries, as typed.</summary>
public sealed record NewComplaint(string Name, string Contact, string Address, int? Category, string Right, string Text, bool IsTrue)
{
    /// <summary>BCP 47 of the page.</summary>
    public string? Language { get; init; }
}

/// <summary>
/// A complaint without an account: a case of its own kind on the desk, and a receipt's code. So many from one address in an hour
/// (<see cref="PostingSection.ComplaintsPerHour"/>); never refused for what it is about.
/// </summary>
public sealed class SendComplaint(ForumDb db, ReportCategories categories, SettingsSource settings, AddressLimit limit)
{
    /// <summary>Without what looks like another when it is read out or copied by hand.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>The receipt's code, or everything that was wrong.</summary>
    public async Task<(string Code, IReadOnlyList<Refusal> Problems)> RunAsync(Viewer who, NewComplaint typed, CancellationToken cancel)
    {
        var set = await categories.CurrentAsync(cancel);
        typed = typed with
        {
            Name = PostText.CleanTitle(typed.Name),
            Contact = PostText.CleanTitle(typed.Contact),
            Address = PostText.CleanTitle(typed.Address),
            Right = PostText.CleanTitle(typed.Right),
            Text = PostText.CleanBody(typed.Text),
        };
        if (ComplaintRules.Problems(typed, set.Find(typed.Category)).ToList() is { Count: > 0 } problems) return ("", problems);
        var perHour = (await settings.CurrentAsync(cancel)).Posting.ComplaintsPerHour;
        if (limit.Take("complaint", who.Address, perHour, TimeSpan.FromHours(1)) is { } wait) return ("", [Refusal.TooSoon(wait)]);
        var code = RandomNumberGenerator.GetString(Letters, 12);
        await db.InTransactionAsync(() => WriteAsync(who, typed, set, code, cancel), cancel);
        return (code, []);
    }

    private async Task WriteAsync(Viewer who, NewComplaint typed, CategorySet set, string code, CancellationToken cancel)
    {
        var category = typed.Category!.Value;
        var opened = new ReportCase
        {
            Kind = CaseKind.Complaint,
            Title = typed.Address,
            Excerpt = typed.Right,
            Evidence = typed.Text,
            CategoryId = category,
            DueAt = set.DueOf(category, who.Now),
            OpenedAt = who.Now,
        };
        db.ReportCases.Add(opened);
        await db.SaveChangesAsync(cancel);
        db.Complaints.Add(new Complaint
        {
            CaseId = opened.Id,
            Code = code,
            Name = typed.Name,
            Contact = typed.Contact,
            Address = typed.Address,
            Right = typed.Right,
            Text = typed.Text,
            Language = typed.Language,
            Sender = who.Address,
        });
        await db.SaveChangesAsync(cancel);
    }
}
