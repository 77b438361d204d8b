using System.Globalization;
using System.Net;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>An address of a member, its end hidden, and how many others came from it. <paramref name="Names"/> is null until they were asked for.</summary>
public sealed record SharedAddress(string Masked, int Others, IReadOnlyList<AltMember>? Names);

public sealed record AltMember(int Id, string Name, DateTime JoinedAt);

/// <summary>How far somebody has looked; null: not at all.</summary>
public sealed record AltsSeen(int MemberId, string Name, IReadOnlyList<SharedAddress>? Addresses);

/// <summary>
/// Who shares an address with a member, in two steps, each with a reason that the log keeps: how many first, then who. For whoever
/// sees addresses everywhere, and not of one's own rank or above. What was asked for shows again for an hour.
/// </summary>
public sealed class LookUpAlts(ForumDb db, Ranks ranks)
{
    public const int MostNames = 50;
    private const string Counted = "member.addresses";
    private const string Named = "member.alts";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public async Task<Outcome<AltsSeen>> OpenAsync(Viewer who, int memberId, CancellationToken cancel)
    {
        if (!who.May(StaffRight.SeeAddresses)) return Refusal.NotFound;
        var member = await db.Members.Where(m => m.Id == memberId).Select(m => new { m.UserName, m.JoinAddress, m.LastAddress }).SingleOrDefaultAsync(cancel);
        if (member is null) return Refusal.NotFound;
        if (who.OverMember(memberId, await ranks.OfAsync(memberId, cancel)) is { } refused) return refused;
        var since = who.Now - Lasts;
        var asked = await db.StaffActs.Where(a => a.MemberId == memberId && a.ActorId == who.MemberId && a.At >= since && (a.Act == Counted || a.Act == Named))
            .Select(a => a.Act).ToListAsync(cancel);
        if (asked.Count == 0) return new AltsSeen(memberId, member.UserName!, null);
        List<SharedAddress> shared = [];
        foreach (var address in new[] { member.JoinAddress, member.LastAddress }.OfType<byte[]>().DistinctBy(Convert.ToHexString))
            shared.Add(await SharedAsync(memberId, address, asked.Contains(Named), cancel));
        return new AltsSeen(memberId, member.UserName!, shared);
    }

    /// <summary><paramref name="names"/> asks for the second step.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int memberId, bool names, string reason, CancellationToken cancel)
    {
        var found = await OpenAsync(who, memberId, cancel);
        if (found.Refusal is { } refused) return refused;
        if (names && found.Value.Addresses is null) return Refusal.Invalid("Reason", "CountFirst");
        reason = reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength);
        db.Log(who, names ? Named : Counted, reason, memberId: memberId);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<SharedAddress> SharedAsync(int memberId, byte[] address, bool names, CancellationToken cancel)
    {
        var others = db.Members.Where(m => m.Id != memberId && (m.JoinAddress == address || m.LastAddress == address)).OrderByDescending(m => m.Id).Take(MostNames);
        var found = await others.Select(m => new AltMember(m.Id, m.UserName!, m.JoinedAt)).ToListAsync(cancel);
        return new SharedAddress(Mask(new IPAddress(address)), found.Count, names ? found : null);
    }

    /// <summary>203.0.113.* and 2001:db8:1::*</summary>
    public static string Mask(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes[0] << 8 | bytes[1]:x}:{bytes[2] << 8 | bytes[3]:x}:{bytes[4] << 8 | bytes[5]:x}::*");
    }
}
