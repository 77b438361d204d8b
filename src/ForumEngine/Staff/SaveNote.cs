using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>What the form of a note carries. <paramref name="Days"/> 0 keeps it until somebody takes it away.</summary>
public sealed record NoteDraft(string Text, Rank Audience, int Days);

/// <summary>Staff write down what they know of a member for each other, change and take away their own. The log says that they did, not what.</summary>
public sealed class SaveNote(ForumDb db)
{
    public async Task<Refusal?> AddAsync(Viewer who, int memberId, NoteDraft draft, CancellationToken cancel)
    {
        if (Wrong(who, ref draft) is { } wrong) return wrong;
        if (!await db.Members.AnyAsync(m => m.Id == memberId, cancel)) return Refusal.NotFound;
        await db.InTransactionAsync(async () =>
        {
            db.StaffNotes.Add(new StaffNote
            {
                MemberId = memberId,
                AuthorId = who.MemberId ?? 0,
                AuthorName = who.Name,
                Text = draft.Text,
                Audience = draft.Audience,
                At = who.Now,
                ExpiresAt = EndOf(who, draft),
            });
            db.Log(who, "member.note", memberId: memberId);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return null;
    }

    public Task<Refusal?> ChangeAsync(Viewer who, int memberId, long noteId, NoteDraft draft, CancellationToken cancel) =>
        Wrong(who, ref draft) is { } wrong ? Task.FromResult<Refusal?>(wrong) : TurnAsync(who, memberId, noteId, "member.note-change", notes => notes.ExecuteUpdateAsync(n => n
            .SetProperty(x => x.Text, draft.Text).SetProperty(x => x.Audience, draft.Audience)
            .SetProperty(x => x.EditedAt, who.Now).SetProperty(x => x.ExpiresAt, EndOf(who, draft)), cancel), cancel);

    public Task<Refusal?> DeleteAsync(Viewer who, int memberId, long noteId, CancellationToken cancel) =>
        TurnAsync(who, memberId, noteId, "member.note-delete", notes => notes.ExecuteDeleteAsync(cancel), cancel);

    /// <summary>One's own; an administrator's hand reaches all. What isn't theirs isn't there.</summary>
    private Task<Refusal?> TurnAsync(Viewer who, int memberId, long noteId, string act, Func<IQueryable<StaffNote>, Task<int>> turn, CancellationToken cancel) =>
        db.InTransactionAsync(async () =>
        {
            if (await turn(db.StaffNotes.Where(n => n.Id == noteId && n.MemberId == memberId && (who.IsAdministrator || n.AuthorId == who.MemberId))) == 0) return Refusal.NotFound;
            db.Log(who, act, memberId: memberId);
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);

    private static Refusal? Wrong(Viewer who, ref NoteDraft draft)
    {
        draft = draft with { Text = PostText.CleanBody(draft.Text) };
        if (draft.Text.Length == 0) return Refusal.Invalid("Text", "CommentMissing");
        if (draft.Text.Length > StaffNote.TextLength) return Refusal.Invalid("Text", "TextTooLong", StaffNote.TextLength);
        if (draft.Days is < 0 or > StaffNote.MaxDays) return Refusal.Invalid("Days", "NumberOutOfRange", 0, StaffNote.MaxDays);
        // Whoever writes must be able to read it.
        return draft.Audience is < Rank.Moderator or > Rank.Administrator || draft.Audience > who.Rank ? Refusal.Invalid("Audience", "WrongAudience") : null;
    }

    private static DateTime? EndOf(Viewer who, NoteDraft draft) => draft.Days == 0 ? null : who.Now.AddDays(draft.Days);
}
