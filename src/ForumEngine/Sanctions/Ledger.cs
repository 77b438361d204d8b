using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>
/// Writes the ledger, in the transaction of the act. The row of the sequence is the lock: who appends waits for whoever did
/// before to commit, so the chain stays one line however many write in parallel, and an act that is rolled back leaves no gap.
/// </summary>
internal static class Ledger
{
    private const int AdoptedAtOnce = 500;

    /// <summary>
    /// First in every transaction that touches a sanction: one after the other, so that two can't decide on the same state.
    /// Sanctions that are older than the ledger are entered, as they stand, before its first entry.
    /// </summary>
    public static async Task LockAsync(ForumDb db, DateTime now, CancellationToken cancel)
    {
        var row = db.Sequences.Where(s => s.Name == Sequence.Ledger);
        if (await row.ExecuteUpdateAsync(s => s.SetProperty(x => x.Next, x => x.Next), cancel) == 0)
            throw new InvalidOperationException("The sequence row 'ledger' is missing: run `forum migrate`.");
        if (await row.Select(s => s.Next).SingleAsync(cancel) == 1) await AdoptAsync(db, now, cancel);
    }

    /// <summary>Call after <see cref="LockAsync"/>; the sanction has its id. Saves.</summary>
    public static async Task<LedgerEntry> AppendAsync(ForumDb db, Viewer actor, Sanction sanction, LedgerAct act, LedgerContent content, CancellationToken cancel)
    {
        var number = await db.Sequences.Where(s => s.Name == Sequence.Ledger).Select(s => s.Next).SingleAsync(cancel);
        var before = number == 1 ? LedgerContent.Genesis
            : await db.LedgerEntries.Where(e => e.Number == number - 1).Select(e => e.Hash).SingleOrDefaultAsync(cancel)
                ?? throw new InvalidOperationException($"The ledger's entry {number - 1} is missing; `forum check` says more.");
        var entry = Entry(number, before, sanction.Id, act, actor.Now, content with { Actor = actor.MemberId, ActorName = actor.Name });
        await AddAsync(db, [entry], cancel);
        return entry;
    }

    /// <summary>The facts that an entry of an issued sanction holds.</summary>
    public static LedgerContent Facts(Sanction s, string? evidence) => new()
    {
        Member = s.MemberId,
        Kind = s.Kind.ToString(),
        Board = s.BoardId,
        Rule = s.RuleId,
        Cause = s.Cause.Length > 0 ? s.Cause : null,
        From = LedgerContent.Time(s.From),
        Until = LedgerContent.Time(s.Until),
        Reason = s.Reason,
        Evidence = evidence,
        IsPublic = s.IsPublic,
        PrivateBecause = s.PrivateBecause?.ToString(),
    };

    private static LedgerEntry Entry(long number, string before, int sanctionId, LedgerAct act, DateTime at, LedgerContent content)
    {
        var text = (content with { Number = number, Sanction = sanctionId, Act = act.ToString(), At = LedgerContent.Time(at) }).Write();
        return new LedgerEntry { Number = number, SanctionId = sanctionId, Act = act, At = at, Content = text, Hash = LedgerContent.Chain(before, text) };
    }

    private static async Task AddAsync(ForumDb db, List<LedgerEntry> entries, CancellationToken cancel)
    {
        db.LedgerEntries.AddRange(entries);
        await db.SaveChangesAsync(cancel);
        var next = entries[^1].Number + 1;
        await db.Sequences.Where(s => s.Name == Sequence.Ledger).ExecuteUpdateAsync(s => s.SetProperty(x => x.Next, next), cancel);
    }

    private static async Task AdoptAsync(ForumDb db, DateTime now, CancellationToken cancel)
    {
        var (number, hash, last) = (1L, LedgerContent.Genesis, 0);
        while (await db.Sanctions.Where(s => s.Id > last).OrderBy(s => s.Id).Take(AdoptedAtOnce).ToListAsync(cancel) is { Count: > 0 } sanctions)
        {
            var entries = new List<LedgerEntry>();
            foreach (var s in sanctions)
            {
                var facts = Facts(s, null) with { Actor = s.IssuedById, ActorName = s.IssuedByName, LiftedAt = LedgerContent.Time(s.LiftedAt), LiftReason = s.LiftReason };
                entries.Add(Entry(number++, hash, s.Id, LedgerAct.Adopted, now, facts));
                hash = entries[^1].Hash;
            }
            await AddAsync(db, entries, cancel);
            last = sanctions[^1].Id;
        }
    }
}
