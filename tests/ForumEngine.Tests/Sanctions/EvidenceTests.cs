using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Sanctions;

public sealed class EvidenceTests
{
    [Theory, EveryDatabase]
    public async Task Evidence_stays_as_it_was_and_is_shown_to_whom_it_may_be(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (open, secret) = (await forum.BoardAsync("Open"), await forum.BoardAsync("Secret", hidden: true));
        var loud = await forum.MemberAsync("loud");
        var who = await forum.ViewerAsync(loud);
        var shown = (await forum.StartAsync(who, open, "Camping gear", "Pay 200 first [b]now[/b]")).Value.PostId;
        var masked = (await forum.StartAsync(who, open, "A rumour", "Somebody told me")).Value.PostId;
        await forum.Rows(d => d.Posts.Where(p => p.Id == masked).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsAnonymous, true)));
        var thread = await forum.ThreadAsync(secret, loud);
        var hidden = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).FirstAsync());
        var staff = await forum.AdministratorAsync();
        var wish = new NewSanction("loud", SanctionKind.Mute, null, "3", null, "fraud") { EvidencePostIds = $"{shown} {hidden} {masked}" };
        var id = (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(staff, wish, default))).Value;
        Assert.Null((await forum.EditAsync(staff, shown, "Nothing to see", title: "Camping gear")).Refusal);

        var guest = await forum.GuestAsync();
        var forGuest = await ShowAsync(guest);
        Assert.Equal((shown, 2), (Assert.Single(forGuest.Lines).Post.PostId, forGuest.Withheld));
        Assert.Contains("Pay 200 first <strong>now</strong>", forGuest.Lines[0].Html.Replace("<b>", "<strong>").Replace("</b>", "</strong>"), StringComparison.Ordinal);
        Assert.Equal((true, false, "loud"), (forGuest.Lines[0].IsThere, forGuest.Lines[0].IsSame, forGuest.Lines[0].AuthorName));
        Assert.Equal((3, 0), ((await ShowAsync(staff)).Lines.Count, (await ShowAsync(staff)).Withheld));
        Assert.Equal("", (await ShowAsync(staff)).Lines.Single(l => l.Post.PostId == masked).AuthorName);
        Assert.Equal(3, (await ShowAsync(await forum.ViewerAsync(loud))).Lines.Count);

        Assert.Null(await forum.Use<ForumEngine.Posts.DeletePost, Refusal?>(u => u.RunAsync(staff, shown, "fraud", default)));
        Assert.Equal((0, 3), ((await ShowAsync(guest)).Lines.Count, (await ShowAsync(guest)).Withheld));
        Assert.Contains("Pay 200 first", (await ShowAsync(staff)).Lines.Single(l => l.Post.PostId == shown).Html, StringComparison.Ordinal);

        async Task<EvidenceList> ShowAsync(Viewer viewer)
        {
            var row = (await forum.Use<DarkroomPage, Outcome<DarkroomRow>>(p => p.FindAsync(viewer, id, default))).Value;
            return await forum.Use<EvidenceShow, EvidenceList>(e => e.OfAsync(viewer, row, default));
        }
    }
}
