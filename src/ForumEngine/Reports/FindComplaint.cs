using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>What a receipt's code tells: when, and where it stands; never who complained of what.</summary>
public sealed record ComplaintState(string Code, DateTime At, CaseState State, DateTime? ClosedAt, string Note);

/// <summary>Looks a complaint up by its code; so many tries from one address in an hour, so that codes aren't guessed.</summary>
public sealed class FindComplaint(ForumDb db, AddressLimit limit)
{
    public const int TriesPerHour = 60;

    public async Task<Outcome<ComplaintState>> RunAsync(Viewer who, string code, CancellationToken cancel)
    {
        code = code.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        if (code.Length is 0 or > Complaint.CodeLength) return Refusal.Invalid("Code", "NoSuchComplaint");
        if (limit.Take("complaint-code", who.Address, TriesPerHour, TimeSpan.FromHours(1)) is { } wait) return Refusal.TooSoon(wait);
        var found = await (from c in db.Complaints join report in db.ReportCases on c.CaseId equals report.Id where c.Code == code select report).SingleOrDefaultAsync(cancel);
        return found is null ? Refusal.Invalid("Code", "NoSuchComplaint") : new ComplaintState(code, found.OpenedAt, found.State, found.ClosedAt, found.Note);
    }
}
