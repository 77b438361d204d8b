using System.Globalization;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>
/// The sanctions' ledger is one chain without a gap, up to the number that is next, and its columns say what was hashed.
/// Nothing is repaired: what was changed by hand stays to be seen.
/// </summary>
internal sealed class LedgerChainCheck() : Check("ledger.chain")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var broken = new List<string>();
        var (number, hash) = (0L, LedgerContent.Genesis);
        await foreach (var entry in db.LedgerEntries.OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Number != number + 1) broken.Add(Say($"entries {number + 1} to {entry.Number - 1} are missing"));
            if (entry.Hash != LedgerContent.Chain(hash, entry.Content)) broken.Add(Say($"entry {entry.Number} was changed, or the one before it"));
            if (!Agrees(entry)) broken.Add(Say($"entry {entry.Number} says something else than its columns"));
            (number, hash) = (entry.Number, entry.Hash);
        }
        var next = await db.Sequences.Where(s => s.Name == Sequence.Ledger).Select(s => s.Next).SingleOrDefaultAsync(cancel);
        if (next != number + 1) broken.Add(Say($"the last entry is {number}, the next one would be {next}"));
        return Found(broken);
    }

    private static bool Agrees(LedgerEntry e) => LedgerContent.Read(e.Content) is { } content
        && content.Number == e.Number && content.Sanction == e.SanctionId && content.Act == e.Act.ToString() && content.At == LedgerContent.Time(e.At);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Every sanction, its evidence and its appeal are as the ledger's entries say, and none is without one.</summary>
internal sealed class LedgerRowsCheck() : Check("ledger.rows")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var ledger = new Dictionary<int, LedgerAccount>();
        await foreach (var entry in db.LedgerEntries.OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
            if (LedgerContent.Read(entry.Content) is { } content)
                ledger[entry.SanctionId] = (ledger.GetValueOrDefault(entry.SanctionId) ?? new LedgerAccount()).With(entry.Act, content);

        var evidence = (await db.EvidencePosts.ToListAsync(cancel)).ToLookup(e => e.SanctionId);
        var appeals = await db.Appeals.ToDictionaryAsync(a => a.SanctionId, cancel);
        var wrong = new List<string>();
        await foreach (var sanction in db.Sanctions.OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var rows = LedgerAccount.Of(sanction, [.. evidence[sanction.Id]], appeals.GetValueOrDefault(sanction.Id));
            if (!ledger.Remove(sanction.Id, out var account)) wrong.Add(Say($"sanction {sanction.Id} is not in the ledger"));
            else if (account.DiffersFrom(rows) is { } what) wrong.Add(Say($"sanction {sanction.Id}: {what} is not what the ledger says"));
        }
        wrong.AddRange(ledger.Keys.Order().Select(id => Say($"sanction {id} is in the ledger only")));
        return Found(wrong);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
