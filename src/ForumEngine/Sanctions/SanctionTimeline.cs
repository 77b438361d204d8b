using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>
/// An entry of the ledger as the timeline of a sanction shows it. <paramref name="By"/> is null where staff are not named, or
/// the engine acted; <paramref name="Number"/> and <paramref name="Hash"/> are how anybody finds it in the chain.
/// </summary>
public sealed record TimelineLine(long Number, string Hash, LedgerAct Act, DateTime At, string? By, string? Reason, string? Outcome, DateTime? Until, bool ByIssuer);

/// <summary>The end of the chain: who keeps it can tell later whether anything before it was changed.</summary>
public sealed record LedgerHead(long Number, string Hash);

/// <summary>What the ledger tells of sanctions, oldest first.</summary>
public sealed class SanctionTimeline(ForumDb db)
{
    /// <summary>One query for all rows of a page.</summary>
    public async Task<ILookup<int, TimelineLine>> OfAsync(IReadOnlyList<DarkroomRow> rows, CancellationToken cancel)
    {
        int[] ids = [.. rows.Select(r => r.Id)];
        var names = rows.Select(r => r.NamesStaff).FirstOrDefault();
        var members = rows.ToDictionary(r => r.Id, r => r.MemberName);
        var entries = ids.Length == 0 ? [] : await db.LedgerEntries.Where(e => ids.Contains(e.SanctionId)).OrderBy(e => e.Number).ToListAsync(cancel);
        return entries.SelectMany(e => Lines(e, names, members[e.SanctionId]).Select(line => (e.SanctionId, Line: line))).ToLookup(x => x.SanctionId, x => x.Line);
    }

    /// <summary>The newest entry of all; null while there is none.</summary>
    public async Task<LedgerHead?> HeadAsync(CancellationToken cancel) =>
        await db.LedgerEntries.OrderByDescending(e => e.Number).Select(e => new LedgerHead(e.Number, e.Hash)).FirstOrDefaultAsync(cancel);

    /// <summary>What was lifted before there was a ledger says so too.</summary>
    private static IEnumerable<TimelineLine> Lines(LedgerEntry entry, bool namesStaff, string member)
    {
        var line = Line(entry, namesStaff, member);
        yield return line;
        if (entry.Act == LedgerAct.Adopted && LedgerContent.Read(entry.Content) is { LiftedAt: { } lifted } said)
            yield return line with { Act = LedgerAct.Lifted, At = Time(lifted)!.Value, By = null, Reason = said.LiftReason };
    }

    private static TimelineLine Line(LedgerEntry entry, bool namesStaff, string member)
    {
        var said = LedgerContent.Read(entry.Content) ?? new LedgerContent();
        var by = entry.Act == LedgerAct.Appealed ? member : namesStaff && said.Cause is null ? said.ActorName : null;
        // Of what is older than the ledger it is told when it was issued, not when it was entered.
        var at = entry.Act == LedgerAct.Adopted && Time(said.From) is { } from ? from : entry.At;
        return new(entry.Number, entry.Hash, entry.Act, at, by, entry.Act == LedgerAct.Lifted ? said.LiftReason : said.Reason,
            entry.Act == LedgerAct.Publicity ? said.IsPublic == true ? "Shown" : "Hidden" : said.Outcome, Time(said.Until), said.ByIssuer == true);
    }

    private static DateTime? Time(string? text) => text is null ? null
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
