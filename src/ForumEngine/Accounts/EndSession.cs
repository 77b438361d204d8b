using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>One's own sign-ins: what they are, and their end, in force everywhere within a second.</summary>
public sealed class EndSession(ForumDb db, Viewers viewers)
{
    /// <summary>Those in force, the one that was last used first.</summary>
    public Task<List<Session>> ListAsync(Viewer who, CancellationToken cancel) => db.Sessions
        .Where(s => s.MemberId == who.MemberId && s.Stamp == who.SecurityStamp).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.Id).Take(Session.Most).ToListAsync(cancel);

    public Task<int> CountAsync(Member member, CancellationToken cancel) => db.Sessions.CountAsync(s => s.MemberId == member.Id && s.Stamp == member.SecurityStamp, cancel);

    /// <summary>Somebody else's isn't there.</summary>
    public Task<Refusal?> OneAsync(Viewer who, long sessionId, CancellationToken cancel) =>
        EndAsync(who, db.Sessions.Where(s => s.Id == sessionId && s.MemberId == who.MemberId), cancel);

    /// <summary>All but the one that asks.</summary>
    public async Task<Refusal?> OthersAsync(Viewer who, CancellationToken cancel)
    {
        await EndAsync(who, db.Sessions.Where(s => s.MemberId == who.MemberId && s.Id != who.SessionId), cancel);
        return null;
    }

    private async Task<Refusal?> EndAsync(Viewer who, IQueryable<Session> sessions, CancellationToken cancel)
    {
        if (who.MemberId is not { } id) return Refusal.SignInFirst;
        var ended = await sessions.ExecuteDeleteAsync(cancel);
        viewers.Forget(id);
        return ended > 0 ? null : Refusal.NotFound;
    }
}
