using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>A member before the one who reports them; <paramref name="Mine"/> is their report, if they made it already.</summary>
public sealed record MemberToReport(int Id, string Name, Report? Mine);

/// <summary>Reports what a profile shows: a name, a picture, a signature. Like <see cref="ReportPost"/> otherwise.</summary>
public sealed class ReportMember(ForumDb db, WriteReport write)
{
    public async Task<Outcome<MemberToReport>> OpenAsync(Viewer who, int memberId, CancellationToken cancel)
    {
        if (ReportRules.WhyNotReport(who, memberId) is { } why) return why;
        var name = await db.Members.Admitted(db).Where(m => m.Id == memberId).Select(m => m.UserName).SingleOrDefaultAsync(cancel);
        if (name is null) return Refusal.NotFound;
        return new MemberToReport(memberId, name, await db.Reports.SingleOrDefaultAsync(r => r.AboutId == memberId && r.MemberId == who.MemberId, cancel));
    }

    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, int memberId, int? category, string message, CancellationToken cancel)
    {
        var found = await OpenAsync(who, memberId, cancel);
        if (found.Refusal is { } refused) return [refused];
        return found.Value.Mine is not null ? [] : await write.RunAsync(who, new Report { AboutId = memberId }, category, message, cancel);
    }
}
