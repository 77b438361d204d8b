using System.Net;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Where a post came from; <paramref name="Address"/> is null until it was asked for, empty where none is known.</summary>
public sealed record PostAddress(PostOnDesk On, string? Address, int Port);

/// <summary>Staff look up the address behind a post, by an act that the staff log keeps with its reason (查看 IP). Who asked once sees it again.</summary>
public sealed class SeeAddress(ForumDb db, PostDesk desk)
{
    private const string Act = "post.address";

    public async Task<Outcome<PostAddress>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, postId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (post, on, rank) = found.Value;
        if (ThreadStaffRules.Check(who, ThreadAct.SeeAddress, on.Board, post.AuthorId, rank) is { } refused) return refused;
        var asked = await db.StaffActs.AnyAsync(a => a.ThreadId == post.ThreadId && a.PostId == postId && a.Act == Act && a.ActorId == who.MemberId, cancel);
        return new PostAddress(found.Value, asked ? Words(post.Address) : null, asked ? post.Port : 0);
    }

    public async Task<Refusal?> RunAsync(Viewer who, long postId, string? reason, CancellationToken cancel)
    {
        var found = await OpenAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var why = reason?.Trim() ?? "";
        if (why.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (why.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength);
        var (post, on, _) = found.Value.On;
        // Of an anonymous post the log must not say whose it is.
        db.Log(who, Act, why, on.Board.Id, on.Thread.Id, post.Id, post.IsAnonymous ? null : post.AuthorId);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static string Words(byte[]? address) => address is null ? "" :
        new IPAddress(address) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4().ToString() : new IPAddress(address).ToString();
}
