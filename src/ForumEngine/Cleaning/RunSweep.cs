using System.Text.Json;
using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Storage;

namespace ForumEngine.Cleaning;

/// <summary>What is to be done with what was found. <paramref name="Chosen"/> null takes all.</summary>
public sealed record SweepOrder(SweepFilter Filter, IReadOnlyCollection<long>? Chosen, string Reason)
{
    /// <summary>Null leaves the authors alone.</summary>
    public SanctionKind? Sanction { get; init; }

    /// <summary>Of the sanction, as typed; 0 is for ever.</summary>
    public string? SanctionDays { get; init; }

    /// <summary>Null bans nothing; its reason is the clean-up's.</summary>
    public NewAddressBan? Ban { get; init; }
}

/// <summary>
/// Cleans up after a spammer in one act: the posts go to the recycle bin (in steps, behind), their authors are sanctioned, their
/// addresses banned; all or nothing of what the act decides. <see cref="UndoSweep"/> takes it back as a whole.
/// </summary>
public sealed class RunSweep(
    ForumDb db, BoardTrees trees, SweepSearch search, Ranks ranks, IssueSanction issue, BanAddress ban, CleanUpMember clean, Versions versions)
{
    public async Task<Outcome<int>> RunAsync(Viewer who, SweepOrder order, CancellationToken cancel)
    {
        var reason = order.Reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Sweep.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Sweep.ReasonLength);
        var found = await search.TargetsAsync(who, order.Filter, order.Chosen, cancel);
        if (found.Refusal is { } refused) return refused;
        if (found.Value.Targets.Count == 0) return Refusal.Invalid("", "NothingToClean");
        var sanctions = await SanctionsAsync(who, order, found.Value.Authors, reason, cancel);
        if (sanctions.Refusal is { } unsanctioned) return unsanctioned;
        var address = order.Ban is { } wish ? await AddressAsync(who, wish with { Reason = reason }, cancel) : null;
        if (address is { Refusal: { } unbanned }) return unbanned;
        var filter = JsonSerializer.Serialize(order.Filter);
        var sweep = new Sweep
        {
            At = who.Now,
            IssuedById = who.MemberId,
            IssuedByName = who.Name,
            Reason = reason,
            Filter = filter.Length > Sweep.FilterLength ? "{}" : filter,
            BoardIds = found.Value.BoardIds.Count > 100 ? "," : $",{string.Join(',', found.Value.BoardIds)},",
            Chosen = found.Value.Targets.Count,
        };
        var done = await db.InTransactionAsync(() => WriteAsync(who, sweep, found.Value, sanctions.Value, address?.Value, cancel), cancel);
        if (done.Refusal is not null) return done;
        clean.Announce();
        versions.Forget();
        foreach (var sanction in sanctions.Value) issue.Announce(sanction.MemberId);
        return done;
    }

    private async Task<Outcome<int>> WriteAsync(Viewer who, Sweep sweep, SweepFind found, List<SanctionOrder> sanctions, AddressBan? address, CancellationToken cancel)
    {
        List<int> issued = [];
        foreach (var order in sanctions) issued.Add((await issue.RunAsync(who, order, cancel)).Id);
        int? banned = null;
        if (address is not null)
        {
            var added = await BanAddress.AddAsync(db, who, address, cancel);
            if (added.Refusal is { } refused) return refused;
            banned = added.Value;
        }
        var cleanUp = await clean.RunAsync(who, new CleanUpOrder(null, ProfileParts.None, found.Targets, sweep.Reason), cancel);
        // A retry starts over; the id of the rolled-back row is not ours.
        sweep.Id = 0;
        (sweep.CleanUpId, sweep.SanctionIds, sweep.AddressBanId) = (cleanUp.Id, string.Join(',', issued), banned);
        db.Sweeps.Add(sweep);
        await db.SaveChangesAsync(cancel);
        db.Log(who, "clean.run", sweep.Reason, details: JsonSerializer.Serialize(new
        {
            sweep = sweep.Id,
            cleanUp = cleanUp.Id,
            posts = sweep.Chosen,
            authors = found.Authors.Select(a => a.Id),
            sanctions = issued,
            ban = banned,
            filter = sweep.Filter,
        }));
        await db.SaveChangesAsync(cancel);
        return sweep.Id;
    }

    /// <summary>One for each author whom the viewer may sanction; somebody else's rank or right is an error, not a gap.</summary>
    private async Task<Outcome<List<SanctionOrder>>> SanctionsAsync(Viewer who, SweepOrder order, IReadOnlyList<SweepAuthor> authors, string reason, CancellationToken cancel)
    {
        List<SanctionOrder> orders = [];
        if (order.Sanction is not { } kind) return orders;
        var until = SanctionTerm.Read(order.SanctionDays, null, who.Zone, who.Now);
        if (until.Refusal is { } term) return term with { Field = "SanctionDays" };
        var board = order.Filter.BoardId is { } id && !who.May(StaffRight.MuteMembers) ? (await trees.CurrentAsync(cancel)).FindVisible(id, who) : null;
        foreach (var author in authors)
        {
            if (SanctionRules.Check(who, kind, board, author.Id, await ranks.OfAsync(author.Id, cancel)) is { } refused) return refused with { Field = "Sanction" };
            orders.Add(new SanctionOrder(author.Id, kind, board?.Id, reason, until.Value));
        }
        return orders;
    }

    private async Task<Outcome<AddressBan>?> AddressAsync(Viewer who, NewAddressBan wish, CancellationToken cancel)
    {
        if (AddressRules.WhyNotDesk(who) is { } refused) return refused with { Field = "Range" };
        var read = await ban.ReadAsync(who, wish, cancel);
        return read.Refusal is { Field: "Days" } term ? term with { Field = "BanDays" } : read;
    }
}
