using System.Globalization;
using System.Text.Json;
using ForumEngine.Notices;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

public sealed class DarkroomTests
{
    [Theory, EveryDatabase]
    public async Task A_muted_member_can_read_but_not_reply_until_it_is_lifted(Db db)
    {
        var scene = await Scene.SetAsync(db, "muting");
        var muted = await scene.Site.VisitorAsync(scene.Author);
        var form = Visitor.FormOn(await muted.GetAsync($"{scene.Url}/reply"), $"{scene.Url}/reply");
        var sanction = await MuteAsync(scene);

        (await muted.GetAsync(scene.Url)).Is(200);
        var refused = (await muted.SubmitAsync(form, $"{scene.Url}/reply", new { Body = "Half an hour of typing" })).Is(403);
        Assert.Contains("You are muted until", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"Reason: {Scene.Reason}", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Half an hour of typing", Visitor.FieldsOf(Visitor.FormOn(refused, $"{scene.Url}/reply"))["Body"]);
        Assert.Contains(Scene.Reason, (await scene.Site.Visitor().GetAsync(sanction)).Is(200).Text, StringComparison.Ordinal);

        var lift = $"{sanction.Replace("darkroom", "desk/sanctions", StringComparison.Ordinal)}/lift";
        (await scene.Moderator.PostFormAsync(lift, new { Reason = "" })).Is(422);
        Assert.Equal(sanction, (await scene.Moderator.PostFormAsync(lift, new { Reason = "Promised to behave" })).Is(303).Location);
        (await muted.SubmitAsync(form, $"{scene.Url}/reply", new { Body = "Half an hour of typing" })).Is(303);
        await ToldAndLoggedAsync(scene);
    }

    [Theory, EveryDatabase]
    public async Task The_json_has_the_promised_shape(Db db)
    {
        var scene = await Scene.SetAsync(db, "json");
        var url = await MuteAsync(scene);
        var answer = (await scene.Site.Visitor().GetAsync($"/darkroom.json?member={scene.Author.UserName}")).Is(200);
        Assert.StartsWith("application/json", answer.Header("Content-Type"), StringComparison.Ordinal);
        var root = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal(["items", "next", "ledger"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("next").ValueKind);

        var item = Assert.Single(root.GetProperty("items").EnumerateArray());
        Assert.Equal(["id", "member", "kind", "scope", "reason", "from", "until", "state", "operator", "rule", "appeal", "automatic", "evidence", "lifted"], item.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id", "name"], item.GetProperty("member").EnumerateObject().Select(p => p.Name));
        Assert.Equal(url, $"/darkroom/{item.GetProperty("id").GetInt32()}");
        Assert.Equal(scene.Author.Id, item.GetProperty("member").GetProperty("id").GetInt32());
        Assert.Equal(("mute", "json", Scene.Reason, "active"), (Text(item, "kind"), Text(item, "scope"), Text(item, "reason"), Text(item, "state")));
        Assert.DoesNotContain(scene.ModeratorMember.UserName!, answer.Body, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(3), Time(item, "until") - Time(item, "from"));
    }

    [Fact]
    public async Task Next_leads_through_all_of_them_once()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var member = await site.MemberAsync("often");
        for (var n = 0; n < 70; n++) await site.SanctionAsync(member, SanctionKind.Mute, lasts: n % 2 == 0 ? TimeSpan.FromDays(1) : null);
        List<int> ids = [];
        var visitor = site.Visitor();
        for (var url = "/darkroom.json"; url is not null;)
        {
            var root = JsonDocument.Parse((await visitor.GetAsync(url)).Is(200).Body).RootElement;
            ids.AddRange(root.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt32()));
            url = root.GetProperty("next").GetString();
        }
        Assert.Equal(70, ids.Distinct().Count());
        Assert.Equal(70, ids.Count);
    }

    [Fact]
    public async Task A_darkroom_that_is_not_public_is_for_staff()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Darkroom.IsPublic", "false");
        foreach (var url in (string[])["/darkroom", "/darkroom.json", "/darkroom.rss"])
        {
            Assert.NotEqual(200, (await site.Visitor().GetAsync(url)).Code);
            (await (await site.FounderAsync()).GetAsync(url)).Is(200);
        }
    }

    /// <summary>Through the form of the desk, three days, in the scene's board; answers the address in the darkroom.</summary>
    private static async Task<string> MuteAsync(Scene scene)
    {
        var fields = new { scene.Author.UserName, Kind = "mute", BoardId = scene.Board.Id, Days = "3", Scene.Reason };
        return (await scene.Moderator.PostFormAsync("/desk/sanctions/new", fields)).Is(303).Location!;
    }

    private static async Task ToldAndLoggedAsync(Scene scene)
    {
        var lines = await scene.Site.Rows(r => r.StaffActs.Where(a => a.MemberId == scene.Author.Id).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([("member.mute", Scene.Reason), ("member.unsanction", "Promised to behave")], lines.Select(l => (l.Act, l.Reason)));
        Assert.All(lines, l => Assert.Equal((scene.ModeratorMember.Id, (int?)scene.Board.Id), (l.ActorId, l.BoardId)));
        var notices = await scene.Site.Rows(r => r.Notices.Where(n => n.MemberId == scene.Author.Id).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync());
        Assert.Equal([NoticeKind.Sanctioned, NoticeKind.SanctionLifted], notices);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    /// <summary>Times are UTC and say so.</summary>
    private static DateTime Time(JsonElement item, string name)
    {
        Assert.EndsWith("Z", Text(item, name), StringComparison.Ordinal);
        return DateTime.Parse(Text(item, name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
