using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>What staff know of a member, each list the newest first and at most <see cref="Dossiers.Most"/> long.</summary>
public sealed record Dossier(DossierMember Member)
{
    public required IReadOnlyList<StaffNote> Notes { get; init; }
    public required IReadOnlyList<Sanction> Sanctions { get; init; }

    /// <summary>Cases about them and about their posts.</summary>
    public required IReadOnlyList<DossierCase> Against { get; init; }

    /// <summary>Cases that they reported.</summary>
    public required IReadOnlyList<DossierCase> By { get; init; }

    public required IReadOnlyList<DossierPost> Posts { get; init; }

    /// <summary>What staff did to them.</summary>
    public required IReadOnlyList<StaffLogLine> Acts { get; init; }
}

/// <summary>The account; mail and last visit only for those whose rank acts everywhere.</summary>
public sealed record DossierMember(int Id, string Name, int GroupId, DateTime JoinedAt, DateTime? LastSeenAt, int Threads, int Posts, string? Email, bool EmailConfirmed);

public sealed record DossierCase(long Id, string Title, int CategoryId, DateTime OpenedAt, ReportOutcome? Outcome, int Reports);

public sealed record DossierPost(long Id, string Title, string Board, string Excerpt, DateTime At, bool IsDeleted);

/// <summary>
/// Reads the <see cref="Dossier"/>. A board's moderators read of posts, cases and acts only what concerns their boards; what was written
/// anonymously is in nobody's.
/// </summary>
public sealed class Dossiers(ForumDb db, BoardTrees trees)
{
    public const int Most = 20;
    private const int ExcerptLength = 80;

    public async Task<Dossier?> FindAsync(Viewer who, int id, CancellationToken cancel)
    {
        var everywhere = who.Rank >= Rank.SuperModerator;
        var member = await db.Members.Where(m => m.Id == id).Select(m => new DossierMember(m.Id, m.UserName!, m.GroupId, m.JoinedAt,
            everywhere ? m.LastSeenAt : null, m.Threads, m.Posts, everywhere ? m.Email : null, m.EmailConfirmed)).SingleOrDefaultAsync(cancel);
        if (member is null) return null;
        var tree = await trees.CurrentAsync(cancel);
        int[] boards = [.. tree.All.Where(who.IsStaff).Select(b => b.Id)];
        var reach = CaseReach.Of(who, tree, BoxScope.Everywhere);
        return new Dossier(member)
        {
            Notes = await NotesAsync(who, id, cancel),
            Sanctions = await db.Sanctions.Where(s => s.MemberId == id).OrderByDescending(s => s.Id).Take(Most).ToListAsync(cancel),
            Against = await CasesAsync(reach, db.ReportCases.Where(c => c.MemberId == id && !c.IsAnonymous), cancel),
            By = await CasesAsync(reach, db.ReportCases.Where(c => db.Reports.Any(r => r.CaseId == c.Id && r.MemberId == id)), cancel),
            Posts = await PostsAsync(id, boards, tree, cancel),
            Acts = await ActsAsync(id, everywhere, boards, cancel),
        };
    }

    private Task<List<StaffNote>> NotesAsync(Viewer who, int id, CancellationToken cancel) => db.StaffNotes
        .Where(n => n.MemberId == id && n.Audience <= who.Rank && (n.ExpiresAt == null || n.ExpiresAt > who.Now))
        .OrderByDescending(n => n.Id).Take(Most).ToListAsync(cancel);

    private Task<List<DossierCase>> CasesAsync(CaseReach reach, IQueryable<ReportCase> cases, CancellationToken cancel) => reach.Of(db, cases)
        .OrderByDescending(x => x.Case.Id).Take(Most)
        .Select(x => new DossierCase(x.Case.Id, x.Case.Title, x.Case.CategoryId, x.Case.OpenedAt, x.Case.Outcome, x.Case.Reports)).ToListAsync(cancel);

    private async Task<IReadOnlyList<DossierPost>> PostsAsync(int id, int[] boards, BoardTree tree, CancellationToken cancel)
    {
        var rows = await (
            from p in db.Posts
            join t in db.Threads on p.ThreadId equals t.Id
            where p.AuthorId == id && !p.IsAnonymous && boards.Contains(t.BoardId)
            orderby p.CreatedAt descending
            select new { p.Id, t.Title, t.BoardId, p.Body, p.CreatedAt, p.State, ThreadState = t.State }).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(p => new DossierPost(p.Id, p.Title, tree.Find(p.BoardId)?.Name ?? "", PostMarkup.ToExcerpt(p.Body, ExcerptLength), p.CreatedAt,
            p.State == ContentState.Recycled || p.ThreadState == ContentState.Recycled))];
    }

    private Task<List<StaffLogLine>> ActsAsync(int id, bool everywhere, int[] boards, CancellationToken cancel)
    {
        int?[] mine = [.. boards.Select(b => (int?)b)];
        return db.StaffActs.Where(a => a.MemberId == id && (everywhere || mine.Contains(a.BoardId)))
            .OrderByDescending(a => a.Id).Take(Most).Select(a => new StaffLogLine(a,
                db.Threads.Where(t => t.Id == a.ThreadId && t.BoardId == a.BoardId).Select(t => t.Title).FirstOrDefault(), null, null)).ToListAsync(cancel);
    }
}
