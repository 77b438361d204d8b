using System.Globalization;
using ForumEngine.Addresses;
using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace ForumEngine.Web.Live;

/// <summary>
/// Nudges open pages: "something came". What came they ask themselves (<see cref="NewsController"/>), where rights are checked
/// again each time. A connection watches one thing at a time.
/// </summary>
public sealed class LiveHub(NewsQuery news, Viewers viewers, LiveSanctions sanctions, AddressBans bans) : Hub
{
    private const string Watched = "watched";

    /// <summary>Blocked members are not served, nor are pages of other sites that borrow a reader's cookies.</summary>
    public override Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        var origin = http.Request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value);
        if (foreign || Connected(http).VisitingBarredBy() is not null) Context.Abort();
        else if (Connected(http).MemberId is { } member) sanctions.Add(member, Context);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Connected(Context.GetHttpContext()!).MemberId is { } member) sanctions.Remove(member, Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>
    /// <paramref name="subject"/> is the path of a page: <c>/threads/42</c> or <c>/boards/3</c>. False: not there, or not to
    /// be known; nothing is watched then.
    /// </summary>
    public async Task<bool> Watch(string subject)
    {
        if (Context.Items.Remove(Watched, out var before)) await Groups.RemoveFromGroupAsync(Context.ConnectionId, (string)before!);
        if (!await MayReadAsync(subject)) return false;
        await Groups.AddToGroupAsync(Context.ConnectionId, subject);
        Context.Items[Watched] = subject;
        return true;
    }

    private async Task<bool> MayReadAsync(string subject)
    {
        var viewer = await ViewerAsync();
        var isBanned = (await bans.CurrentAsync(Context.ConnectionAborted)).Find(viewer.Address, AddressScope.Visiting, viewer.Now) is not null;
        return !isBanned && viewer.VisitingBarredBy() is null && subject.Split('/') switch
        {
            ["", "threads", var word] when Number(word) is { } id => (await news.OfThreadAsync(viewer, id, int.MaxValue, Context.ConnectionAborted)).Refusal is null,
            ["", "boards", var word] when Number(word) is { } id and <= int.MaxValue =>
                (await news.OfBoardAsync(viewer, (int)id, DateTime.MaxValue, Context.ConnectionAborted)).Refusal is null,
            _ => false,
        };
    }

    /// <summary>As they are now: a connection may be hours old, and signed out or muted meanwhile.</summary>
    private async ValueTask<Viewer> ViewerAsync()
    {
        var then = Connected(Context.GetHttpContext()!);
        return then.MemberId is { } id
            ? await viewers.ForSignInAsync(id, then.SecurityStamp, then.SessionId, then.Address, then.Port, Context.ConnectionAborted)
            : await viewers.ForAsync(null, then.Address, then.Port, Context.ConnectionAborted);
    }

    private static Viewer Connected(HttpContext http) => http.RequestServices.GetRequiredService<CurrentViewer>().Viewer;

    private static long? Number(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
