using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>What the form asks for; <paramref name="Days"/> as typed, 0 is for ever.</summary>
public sealed record NewAddressBan(string Range, AddressScope Scope, string? Days, string Reason)
{
    /// <summary>The operator has read whose addresses these were lately.</summary>
    public bool EvenStaffs { get; init; }
}

/// <summary>Keeps a block of addresses out until a time; <see cref="UnbanAddress"/> lets it in again.</summary>
public sealed class BanAddress(ForumDb db, StaffAddresses staff, Versions versions)
{
    public const int MostBans = 20_000;

    /// <summary>The new ban's id. <c>AddressOfStaff</c> names colleagues who were there lately, and is a question, not a no.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer who, NewAddressBan wish, CancellationToken cancel)
    {
        if (AddressRules.WhyNotDesk(who) is { } refused) return refused;
        var read = await ReadAsync(who, wish, cancel);
        if (read.Refusal is { } wrong) return wrong;
        Outcome<int> done;
        try
        {
            done = await db.InTransactionAsync(() => AddAsync(db, who, read.Value, cancel), cancel);
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            return Refusal.Invalid("Range", "AddressBannedAlready");
        }
        versions.Forget();
        return done;
    }

    /// <summary>The wish as a row, or why not; asked before any write.</summary>
    public async Task<Outcome<AddressBan>> ReadAsync(Viewer who, NewAddressBan wish, CancellationToken cancel)
    {
        if (AddressRange.Parse(wish.Range) is not { } range) return Refusal.Invalid("Range", "NotAnAddress");
        if (!Enum.IsDefined(wish.Scope)) return Refusal.Invalid("Scope", "UnknownAddressScope");
        if (AddressRules.WhyNotRange(who, range) is { } refused) return refused;
        var reason = wish.Reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > AddressBan.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", AddressBan.ReasonLength);
        var until = SanctionTerm.Read(wish.Days, null, who.Zone, who.Now);
        if (until.Refusal is { } term) return term;
        if (!wish.EvenStaffs && await staff.InAsync(range, who.Now, cancel) is { Count: > 0 } names) return Refusal.Invalid("EvenStaffs", "AddressOfStaff", string.Join(", ", names));
        return new AddressBan
        {
            Network = range.FirstBytes(),
            Prefix = range.Prefix,
            Scope = wish.Scope,
            Reason = reason,
            CreatedAt = who.Now,
            ExpiresAt = until.Value,
            IssuedById = who.MemberId,
            IssuedByName = who.Name,
        };
    }

    /// <summary>In the caller's transaction; after it the caller forgets the versions. A ban of the same block that has run out makes way.</summary>
    internal static async Task<Outcome<int>> AddAsync(ForumDb db, Viewer who, AddressBan ban, CancellationToken cancel)
    {
        await db.AddressBans.Where(b => b.Network == ban.Network && b.Prefix == ban.Prefix && b.ExpiresAt <= who.Now).ExecuteDeleteAsync(cancel);
        if (await db.AddressBans.AnyAsync(b => b.Network == ban.Network && b.Prefix == ban.Prefix, cancel)) return Refusal.Invalid("Range", "AddressBannedAlready");
        if (await db.AddressBans.CountAsync(cancel) >= MostBans) return Refusal.Invalid("Range", "TooManyAddressBans", MostBans);
        // A retry starts over; the id of the rolled-back row is not ours.
        ban.Id = 0;
        db.AddressBans.Add(ban);
        await db.SaveChangesAsync(cancel);
        db.Log(who, "address.ban", ban.Reason, details: JsonSerializer.Serialize(new { ban = ban.Id, range = ban.Range.ToString(), scope = ban.Scope.ToString(), until = ban.ExpiresAt }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Addresses, cancel);
        return ban.Id;
    }
}
