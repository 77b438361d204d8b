using ForumEngine.Challenges;
using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Legal;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Makes a member out of a <see cref="Registration"/> (features.md A1), with the accepted terms and the mail that proves the address.</summary>
public sealed class RegisterMember(
    ForumDb db, SettingsSource settings, IPasswordHasher<Member> hasher, RegistrationGate gate, Work work, FillTime times, AccountMails mails, Outbox outbox, Words.CheckWords words)
{
    /// <summary>The mail's link leads to <paramref name="site"/>.</summary>
    public async Task<Registered> RunAsync(Viewer who, Registration typed, Uri site, CancellationToken cancel)
    {
        var rules = (await settings.CurrentAsync(cancel)).Registration;
        if (rules.Mode == "closed") return Refusal.Forbidden("RegistrationClosed");
        if (await gate.WhyNotHereAsync(who, cancel) is { } kept) return kept;
        typed = typed with { UserName = MemberName.Tidy(typed.UserName), Email = typed.Email.Trim() };
        var problems = typed.Problems().ToList();
        if (problems.All(p => p.Field != nameof(typed.UserName)) && ReservedNames.Contains(typed.UserName, rules.ReservedNames)) problems.Add(Refusal.Invalid(nameof(typed.UserName), "NameReserved"));
        if (rules.Mode == "invitation" && !await Invitations.IsGoodAsync(db, Invitation.Plain(typed.Invitation), who.Now, cancel)) problems.Add(NotInvited);
        problems.AddRange(await TakenAsync(typed, problems, cancel));
        if (problems.Count == 0 && await words.WhyNotNameAsync(who, nameof(typed.UserName), typed.UserName, cancel) is { } worded) problems.Add(worded);
        if (problems.Count == 0 && await gate.WhyNotMailAsync(typed.Email, cancel) is { } domain) problems.Add(domain);
        if (problems.Count > 0) return new Registered(null, problems);
        if (gate.Take(who, typed.Email, rules) is { } wait) return Refusal.TooSoon(wait);

        var member = NewMember(who, typed, rules);
        try
        {
            if (await db.InTransactionAsync(() => SaveAsync(member, who, typed, rules, site, cancel), cancel) is { } refused) return refused;
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            // Somebody was faster between the look and the write: the unique keys decide.
            var taken = await TakenAsync(typed, [], cancel);
            if (taken.Count == 0) throw;
            return new Registered(null, taken);
        }
        outbox.Wake();
        return member;
    }

    private Member NewMember(Viewer who, Registration typed, RegistrationSection rules)
    {
        var member = new Member
        {
            GroupId = rules.VerifyEmail || rules.Mode == "review" ? Group.Waiting : Group.Newcomers,
            JoinedAt = who.Now,
            JoinAddress = who.Address,
            LastSeenAt = who.Now,
            LastAddress = who.Address,
            Language = typed.Language,
            SecurityStamp = SecurityStamps.New(),
        };
        member.TakeName(typed.UserName);
        member.TakeEmail(typed.Email);
        // Takes a tenth of a second: before the transaction, not in it.
        member.PasswordHash = hasher.HashPassword(member, typed.Password);
        return member;
    }

    private static Refusal NotInvited => Refusal.Invalid(nameof(Registration.Invitation), "InvitationWrong");

    private async Task<Refusal?> SaveAsync(Member member, Viewer who, Registration typed, RegistrationSection rules, Uri site, CancellationToken cancel)
    {
        // Nobody is turned away: whoever is suspected shows first that the e-mail address is theirs.
        if (rules.Challenge != "none" && await IsSuspectedAsync(who, typed, rules, cancel)) member.GroupId = Group.Waiting;
        // A retry starts over; the id of the rolled-back row is not ours.
        member.Id = 0;
        db.Add(member);
        await db.SaveChangesAsync(cancel);
        if (rules.Mode == "invitation" && !await Invitations.TakeAsync(db, Invitation.Plain(typed.Invitation), member.Id, who.Now, cancel)) return NotInvited;
        if (rules.Mode == "review") db.Applications.Add(new Application { MemberId = member.Id, Reason = typed.Reason.Trim(), At = who.Now });
        var inForce = await db.DocumentVersions.Where(d => d.EffectiveAt <= who.Now).GroupBy(d => d.Slug).Select(g => new { g.Key, Number = g.Max(d => d.Number) })
            .ToDictionaryAsync(d => d.Key, d => d.Number, cancel);
        db.Acceptances.AddRange(DocumentVersion.Agreed.Select(slug =>
            new Acceptance { MemberId = member.Id, Slug = slug, Number = inForce.GetValueOrDefault(slug), At = who.Now, Address = who.Address }));
        // An applicant is counted when they are let in.
        if (rules.Mode != "review") Outbox.Add(db, MemberJoined.Kind, new MemberJoined(member.Id, who.Now), who.Now);
        await mails.ConfirmAddressAsync(member, member.Email!, site, cancel);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<bool> IsSuspectedAsync(Viewer who, Registration typed, RegistrationSection rules, CancellationToken cancel) =>
        Suspicion.OfRegistration(rules.Challenge == "work", await work.RedeemAsync(db, typed.Work, who.Now, cancel), times.Since(typed.OpenedAt), rules.MinSeconds, gate.Neighbours(who)) >= Suspicion.Enough;

    private async Task<List<Refusal>> TakenAsync(Registration typed, List<Refusal> known, CancellationToken cancel)
    {
        var taken = new List<Refusal>();
        if (known.All(r => r.Field != nameof(typed.UserName)) && await Taken.NameAsync(db, typed.UserName, null, cancel) is { } code)
            taken.Add(Refusal.Invalid(nameof(typed.UserName), code));
        if (known.All(r => r.Field != nameof(typed.Email)) && await Taken.EmailAsync(db, typed.Email, null, cancel))
            taken.Add(Refusal.Invalid(nameof(typed.Email), "EmailTaken"));
        return taken;
    }
}
