using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Notes that a browser was signed in; the answer is the number that its cookie carries.</summary>
public sealed class BeginSession(ForumDb db, Viewers viewers, TimeProvider clock)
{
    public async Task<long> RunAsync(Member member, byte[]? address, string agent, CancellationToken cancel)
    {
        var now = clock.Now();
        var session = new Session
        {
            MemberId = member.Id,
            Stamp = member.SecurityStamp ?? "",
            At = now,
            SeenAt = now,
            Address = address,
            Agent = agent.Length > Session.AgentLength ? agent[..Session.AgentLength] : agent,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancel);
        var old = await db.Sessions.Where(s => s.MemberId == member.Id && s.Id != session.Id).OrderByDescending(s => s.SeenAt).Select(s => s.Id).Skip(Session.Most - 1).ToListAsync(cancel);
        if (old.Count > 0) await db.Sessions.Where(s => old.Contains(s.Id)).ExecuteDeleteAsync(cancel);
        viewers.Forget(member.Id);
        return session.Id;
    }

    /// <summary>After the member's stamp has changed: this browser stays. False when it isn't signed in any more.</summary>
    public async Task<bool> RenewAsync(Member member, long sessionId, CancellationToken cancel)
    {
        var stamp = member.SecurityStamp ?? "";
        var renewed = await db.Sessions.Where(s => s.Id == sessionId && s.MemberId == member.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stamp, stamp), cancel) == 1;
        viewers.Forget(member.Id);
        return renewed;
    }
}
