using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>Bans, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record AddressBanList(IReadOnlyList<AddressBan> Bans, int? Next);

/// <summary>What the desk shows of the bans, those that have run out too.</summary>
public sealed class AddressDesk(ForumDb db)
{
    private const int PageSize = 30;

    public async Task<Outcome<AddressBanList>> ReadAsync(Viewer who, int? before, CancellationToken cancel)
    {
        if (AddressRules.WhyNotDesk(who) is { } refused) return refused;
        var bans = db.AddressBans.AsQueryable();
        if (before is { } id) bans = bans.Where(b => b.Id < id);
        var found = await bans.OrderByDescending(b => b.Id).Take(PageSize + 1).ToListAsync(cancel);
        return new AddressBanList([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null);
    }
}
