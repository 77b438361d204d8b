using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>An account as its form carries it; <paramref name="Seen"/> is the <see cref="ChangeMember.Mark"/> of what the form showed.</summary>
public sealed record MemberDraft(string Name, string Email, bool EmailConfirmed, int GroupId, string Location, string Bio, string CustomTitle, string Seen)
{
    public string Reason { get; init; } = "";
}

/// <summary>An account with what decides who may change it.</summary>
public sealed record AccountOnDesk(Member Member, Rank Rank, IReadOnlyList<MemberGroup> Further, IReadOnlyList<NameChange> Names);

/// <summary>
/// Changes an account by hand: name (the old ones are kept, lists follow), address, main group, profile. One line in the log says
/// from what to what.
/// </summary>
public sealed class ChangeMember(ForumDb db, Ranks ranks, GroupSets groups, Viewers viewers, Outbox outbox)
{
    private const int BioLength = 500, LineLength = 60;
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The account, for whoever may see its form.</summary>
    public async Task<Outcome<AccountOnDesk>> FindAsync(Viewer who, int id, CancellationToken cancel)
    {
        if (!who.May(StaffRight.EditMembers)) return Refusal.NotFound;
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } member) return Refusal.NotFound;
        return new AccountOnDesk(member, await ranks.OfAsync(id, cancel),
            await db.MemberGroups.Where(g => g.MemberId == id).OrderBy(g => g.GroupId).ToListAsync(cancel),
            await db.NameChanges.Where(n => n.MemberId == id).OrderByDescending(n => n.Id).Take(20).ToListAsync(cancel));
    }

    /// <summary>Every problem at its field; <c>MemberChanged</c> is a conflict: somebody else changed the account meanwhile.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, int id, MemberDraft draft, CancellationToken cancel)
    {
        var found = await FindAsync(who, id, cancel);
        if (found.Refusal is { } missing) return [missing];
        var (member, rank, _, _) = found.Value;
        if (MemberRules.WhyNotEdit(who, id, rank) is { } refused) return [refused];
        if (draft.Seen != Mark(member)) return [new Refusal(RefusalKind.Conflict, "MemberChanged")];
        draft = draft with { Name = MemberName.Tidy(draft.Name), Email = draft.Email.Trim(), Location = draft.Location.Trim(), Bio = draft.Bio.Trim(), CustomTitle = draft.CustomTitle.Trim() };
        var problems = await ProblemsAsync(who, member, draft, cancel);
        if (problems.Count > 0) return problems;
        try
        {
            if (!await db.InTransactionAsync(() => WriteAsync(who, member, draft, cancel), cancel)) return [new Refusal(RefusalKind.Conflict, "MemberChanged")];
        }
        catch (DbUpdateConcurrencyException)
        {
            return [new Refusal(RefusalKind.Conflict, "MemberChanged")];
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            return [Refusal.Invalid("Name", "NameTaken")];
        }
        viewers.Forget(id);
        outbox.Wake();
        return [];
    }

    /// <summary>Changes when anything of the account changes that the form shows.</summary>
    public static string Mark(Member m) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', m.UserName, m.Email, m.EmailConfirmed.ToString(CultureInfo.InvariantCulture), m.GroupId.ToString(CultureInfo.InvariantCulture), m.Location, m.Bio, m.CustomTitle))))[..16];

    private async Task<List<Refusal>> ProblemsAsync(Viewer who, Member member, MemberDraft draft, CancellationToken cancel)
    {
        List<Refusal> problems = [];
        if (draft.Name != member.UserName && await WhyNotNameAsync(member.Id, draft.Name, cancel) is { } name) problems.Add(name);
        if (draft.Email != (member.Email ?? "") && await WhyNotEmailAsync(member.Id, draft.Email, cancel) is { } email) problems.Add(email);
        if (draft.GroupId != member.GroupId && MemberRules.WhyNotGroup(who, member.Id, (await groups.CurrentAsync(cancel)).Find(draft.GroupId)) is { } group) problems.Add(group);
        if (draft.Location.Length > LineLength) problems.Add(Refusal.Invalid("Location", "TextTooLong", LineLength));
        if (draft.Bio.Length > BioLength) problems.Add(Refusal.Invalid("Bio", "TextTooLong", BioLength));
        if (draft.CustomTitle.Length > LineLength) problems.Add(Refusal.Invalid("CustomTitle", "TextTooLong", LineLength));
        if (draft.Reason.Trim().Length > StaffAct.ReasonLength) problems.Add(Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength));
        return problems;
    }

    /// <summary>Reserved names may be given by hand; look-alikes and names of others not.</summary>
    private async Task<Refusal?> WhyNotNameAsync(int id, string name, CancellationToken cancel)
    {
        if (MemberName.Problem(name) is { } problem && problem != "NameReserved") return Refusal.Invalid("Name", problem, MemberName.MinWidth, MemberName.MaxWidth);
        return await Taken.NameAsync(db, name, id, cancel) is { } taken ? Refusal.Invalid("Name", taken) : null;
    }

    private async Task<Refusal?> WhyNotEmailAsync(int id, string email, CancellationToken cancel)
    {
        if (!EmailAddress.IsValid(email)) return Refusal.Invalid("Email", "EmailInvalid");
        return await Taken.EmailAsync(db, email, id, cancel) ? Refusal.Invalid("Email", "EmailTaken") : null;
    }

    private async Task<bool> WriteAsync(Viewer who, Member was, MemberDraft draft, CancellationToken cancel)
    {
        var member = await db.Members.AsTracking().SingleAsync(m => m.Id == was.Id, cancel);
        if (Mark(member) != draft.Seen) return false;
        var (name, email) = (member.UserName!, member.Email ?? "");
        var changes = Changes(member, draft).Where(c => c.Value.From != c.Value.To).ToDictionary();
        if (changes.Count == 0) return true;
        if (draft.Name != name) Rename(who, member, draft.Name);
        if (draft.Email != email)
        {
            member.TakeEmail(draft.Email);
            // Ends links that were mailed to the old address.
            member.SecurityStamp = SecurityStamps.New();
        }
        // Of two who write at once the second finds another stamp than it read.
        member.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        (member.EmailConfirmed, member.GroupId, member.Location, member.Bio, member.CustomTitle) = (draft.EmailConfirmed, draft.GroupId, draft.Location, draft.Bio, draft.CustomTitle);
        db.Log(who, "member.change", draft.Reason.Trim(), memberId: member.Id, details: JsonSerializer.Serialize(changes, Readable));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private void Rename(Viewer who, Member member, string name)
    {
        db.NameChanges.Add(new NameChange { MemberId = member.Id, From = member.UserName!, To = name, At = who.Now, ByName = who.Name });
        member.TakeName(name);
        CarryName.Ask(db, member.Id, who.Now);
    }

    private static Dictionary<string, Change> Changes(Member m, MemberDraft d) => new()
    {
        ["name"] = new(m.UserName!, d.Name),
        ["email"] = new(m.Email ?? "", d.Email),
        ["emailConfirmed"] = new($"{m.EmailConfirmed}", $"{d.EmailConfirmed}"),
        ["group"] = new($"{m.GroupId}", $"{d.GroupId}"),
        ["location"] = new(m.Location, d.Location),
        ["bio"] = new(m.Bio, d.Bio),
        ["customTitle"] = new(m.CustomTitle, d.CustomTitle),
    };

    private sealed record Change(string From, string To);
}
