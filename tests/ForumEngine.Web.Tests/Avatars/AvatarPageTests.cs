using ForumEngine.Avatars;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Tests.Attachments;

namespace ForumEngine.Web.Tests.Avatars;

public sealed class AvatarPageTests
{
    [Fact]
    public async Task An_avatar_is_drawn_until_there_is_a_picture_and_shown_where_its_member_is()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(await site.BoardAsync(), member);
        using var guest = site.Visitor();
        Assert.StartsWith("image/svg+xml", (await guest.GetAsync($"/avatars/{member.Id}/96")).Is(200).Header("Content-Type"), StringComparison.Ordinal);
        (await guest.GetAsync($"/avatars/{member.Id}/97")).Is(404);
        (await guest.GetAsync("/avatars/0/96")).Is(404);

        var who = await site.ViewerAsync(member);
        Assert.Null(await site.Use<SetAvatar, Refusal?>(s => s.RunAsync(who, new MemoryStream(Uploads.Png(200, 200)), default(Square), default)));
        Assert.Equal("image/webp", (await guest.GetAsync($"/avatars/{member.Id}/96")).Is(200).Header("Content-Type"));
        foreach (var page in (string[])[$"/threads/{thread.Id}", $"/members/{member.Id}"])
        {
            var shown = (await guest.GetAsync(page)).Is(200).Html.QuerySelector("img.av")?.GetAttribute("src");
            Assert.NotNull(shown);
            var answer = (await guest.GetAsync(shown)).Is(200);
            Assert.Contains("immutable", answer.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal(0, (await guest.WarmAsync(shown)).Queries);
        }
    }

    [Theory, EveryDatabase]
    public async Task An_avatar_that_a_sanction_took_answers_at_no_address_and_comes_back_when_it_is_lifted(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var member = await site.MemberAsync("shown");
        Assert.Null(await site.Use<SetAvatar, Refusal?>(async s => await s.RunAsync(await site.ViewerAsync(member), new MemoryStream(Uploads.Png(200, 200)), default(Square), default)));
        using var guest = site.Visitor();
        var address = (await guest.GetAsync($"/members/{member.Id}")).Is(200).Html.QuerySelector("img.av")!.GetAttribute("src")!;
        async Task<string?> KindAsync() => (await guest.GetAsync(address)).Is(200).Header("Content-Type");
        Assert.Equal("image/webp", await KindAsync());

        using var founder = await site.FounderAsync();
        var sanction = (await founder.PostFormAsync("/desk/sanctions/new", new { member.UserName, Kind = "mute", Days = "3", Reason = "Indecent picture", CleanUpAvatar = "true" })).Is(303).Location!;
        await site.RunJobsAsync();
        Assert.StartsWith("image/svg+xml", await KindAsync(), StringComparison.Ordinal);
        Assert.Null((await guest.GetAsync($"/members/{member.Id}")).Is(200).Html.QuerySelector("img.av"));
        (await founder.PostFormAsync($"{sanction.Replace("darkroom", "desk/sanctions", StringComparison.Ordinal)}/lift", new { Reason = "It was a flower" })).Is(303);
        await site.RunJobsAsync();
        Assert.Equal("image/webp", await KindAsync());

        // What has been chosen since stays, and the old files go.
        sanction = (await founder.PostFormAsync("/desk/sanctions/new", new { member.UserName, Kind = "mute", BoardId = (await site.BoardAsync()).Id, Days = "3", Reason = "Again", CleanUpAvatar = "true" })).Is(303).Location!;
        await site.RunJobsAsync();
        Assert.Null(await site.Use<SetAvatar, Refusal?>(async s => await s.RunAsync(await site.ViewerAsync(member), new MemoryStream(Uploads.Png(200, 200)), default(Square), default)));
        (await founder.PostFormAsync($"{sanction.Replace("darkroom", "desk/sanctions", StringComparison.Ordinal)}/lift", new { Reason = "Over" })).Is(303);
        await site.RunJobsAsync();
        var now = (await guest.GetAsync($"/members/{member.Id}")).Is(200).Html.QuerySelector("img.av")!.GetAttribute("src")!;
        Assert.NotEqual(address, now);
        Assert.Equal("image/webp", (await guest.GetAsync(now)).Is(200).Header("Content-Type"));
        var old = int.Parse(address.Split("v=")[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(await site.Use<AvatarFiles, string?>(f => Task.FromResult(f.Find(member.Id, old, 96))));
    }

    [Fact]
    public async Task Without_a_script_an_avatar_is_the_middle_of_the_picture_and_can_be_taken_down()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var visitor = await site.NewVisitorAsync();
        const string Url = "/account/settings/avatar";
        var fields = Harness.Visitor.FieldsOf(Harness.Visitor.FormOn((await visitor.GetAsync(Url)).Is(200), Url));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Uploads.Png(300, 200)), "File", "me.png" },
            { new StringContent(fields["__RequestVerificationToken"]), "__RequestVerificationToken" },
        };
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, Url) { Content = form })).Is(303);
        Assert.NotNull((await visitor.GetAsync(Url)).Is(200).Html.QuerySelector("img.av"));
        (await visitor.PostFormAsync($"{Url}/remove", page: Url)).Is(303);
        Assert.Null((await visitor.GetAsync(Url)).Is(200).Html.QuerySelector("img.av"));
    }
}
