using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>What stands beside a case: what staff said, whom it is about, what was decided on others like it.</summary>
public sealed record CaseSurroundings(
    IReadOnlyList<CaseComment> Comments, CaseMember? Member, IReadOnlyList<Precedent> Precedents, Complaint? Complaint);

/// <summary>Whom a case is about, in a few numbers. <paramref name="Cases"/> counts to 100.</summary>
public sealed record CaseMember(int Id, string Name, DateTime JoinedAt, int Posts, int Sanctions, int Active, int Cases);

/// <summary>A sanction of the same class.</summary>
public sealed record Precedent(int SanctionId, SanctionKind Kind, DateTime From, DateTime? Until, string Reason, string Operator, string MemberName);

/// <summary>Reads what stands beside a case.</summary>
public sealed class CaseFile(ForumDb db, SiteRules rules)
{
    private const int MostComments = 200;
    private const int MostPrecedents = 5;

    public async Task<CaseSurroundings> ReadAsync(Viewer who, ReportCase on, CancellationToken cancel) => new(
        await db.CaseComments.Where(c => c.CaseId == on.Id).OrderBy(c => c.Id).Take(MostComments).ToListAsync(cancel),
        on.MemberId is { } member && !on.IsAnonymous ? await MemberAsync(who, member, cancel) : null,
        await PrecedentsAsync(on, cancel),
        on.Kind == CaseKind.Complaint ? await db.Complaints.SingleOrDefaultAsync(c => c.CaseId == on.Id, cancel) : null);

    /// <summary>Two queries: MariaDB knows no limit inside of another query's row.</summary>
    private async Task<CaseMember?> MemberAsync(Viewer who, int id, CancellationToken cancel)
    {
        var cases = await db.ReportCases.Where(c => c.MemberId == id && !c.IsAnonymous).Take(100).CountAsync(cancel);
        var inForce = db.Sanctions.Where(SanctionStates.Is(SanctionState.Active, who.Now));
        return await db.Members.Where(m => m.Id == id).Select(m => new CaseMember(m.Id, m.UserName!, m.JoinedAt, m.Posts,
            db.Sanctions.Count(s => s.MemberId == m.Id),
            inForce.Count(s => s.MemberId == m.Id), cases)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The latest public ones that name a rule of the same class, of the last thousand.</summary>
    private async Task<List<Precedent>> PrecedentsAsync(ReportCase on, CancellationToken cancel)
    {
        int?[] same = [.. (await rules.CurrentAsync(cancel)).All.Where(r => (int)r.Category == on.CategoryId).Select(r => (int?)r.Id)];
        if (same.Length == 0) return [];
        return await (
            from s in db.Sanctions.OrderByDescending(s => s.Id).Take(1000)
            join m in db.Members on s.MemberId equals m.Id
            where same.Contains(s.RuleId) && s.IsPublic
            orderby s.Id descending
            select new Precedent(s.Id, s.Kind, s.From, s.Until, s.Reason, s.IssuedByName, m.UserName!)).Take(MostPrecedents).ToListAsync(cancel);
    }
}
