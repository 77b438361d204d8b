using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;

namespace ForumEngine.Reports;

/// <summary>A word among staff about a case, open or closed.</summary>
public sealed class CommentOnCase(ForumDb db, ReportDesk desk)
{
    public async Task<Refusal?> RunAsync(Viewer who, long caseId, string text, CancellationToken cancel)
    {
        if (await desk.FindAsync(who, caseId, cancel) is null) return Refusal.NotFound;
        text = PostText.CleanBody(text);
        if (text.Length == 0) return Refusal.Invalid("Comment", "CommentMissing");
        if (text.Length > CaseComment.TextLength) return Refusal.Invalid("Comment", "TextTooLong", CaseComment.TextLength);
        db.CaseComments.Add(new CaseComment { CaseId = caseId, MemberId = who.MemberId ?? 0, MemberName = who.Name, Text = text, At = who.Now });
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
