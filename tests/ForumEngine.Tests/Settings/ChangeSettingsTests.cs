using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Settings;

public sealed class ChangeSettingsTests
{
    [Theory, EveryDatabase]
    public async Task A_change_is_in_force_at_once_and_stands_in_the_log(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        Assert.Equal(20, (await forum.Service<SettingsSource>().CurrentAsync(default)).Reading.ThreadsPerPage);
        await forum.SetAsync("Reading.ThreadsPerPage", "30");
        Assert.Equal(30, (await forum.Service<SettingsSource>().CurrentAsync(default)).Reading.ThreadsPerPage);
        var line = await forum.Rows(d => d.StaffActs.SingleAsync(a => a.Act == "setting.change"));
        Assert.Equal("""{"key":"Reading.ThreadsPerPage","from":"20","to":"30"}""", line.Details);
    }

    [Theory]
    [InlineData("Reading.ThreadsPerPage", "4", "WrongSetting")]
    [InlineData("Reading.ThreadsPerPage", "many", "WrongSetting")]
    [InlineData("Site.TimeZone", "Mars/Olympus", "WrongSetting")]
    [InlineData("Site.Name", "", "WrongSetting")]
    [InlineData("Registration.Mode", "ajar", "WrongSetting")]
    [InlineData("Site.ContactQq", "12a", "WrongSetting")]
    [InlineData("Site.Nmae", "x", "UnknownSetting")]
    public async Task A_wrong_value_is_refused_with_its_key_and_nothing_of_the_rest_is_kept(string key, string value, string code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var values = new Dictionary<string, string> { ["Site.Tagline"] = "changed", [key] = value };
        var refusal = await forum.Use<ChangeSettings, Refusal?>(c => c.RunAsync(forum.System, values, default));
        Assert.Equal((code, key), (refusal!.Code, refusal.Field));
        Assert.False(await forum.Rows(d => d.Settings.AnyAsync(s => s.Key == "Site.Tagline")));
    }

    /// <summary>No cache tells another; the version in the database does.</summary>
    [Theory, EveryDatabase]
    public async Task A_change_on_another_node_is_in_force_within_a_second(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var source = forum.Service<SettingsSource>();
        await source.CurrentAsync(default);
        await forum.Rows(async d =>
        {
            d.Settings.Add(new Setting { Key = "Site.Tagline", Value = "from elsewhere" });
            await d.SaveChangesAsync();
            await Versions.BumpAsync(d, Kinds.Settings, default);
            return true;
        });
        Assert.Equal("", (await source.CurrentAsync(default)).Site.Tagline);
        forum.Clock.Advance(TimeSpan.FromMilliseconds(1001));
        Assert.Equal("from elsewhere", (await source.CurrentAsync(default)).Site.Tagline);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_forms_open_at_once_each_changes_its_own_and_the_second_sees_the_conflict(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var seen = new Dictionary<string, string> { ["Site.Tagline"] = "", ["Site.Icp"] = "" };
        Task<Refusal?> SaveAsync(string tagline, string icp) => forum.Use<ChangeSettings, Refusal?>(c =>
            c.RunAsync(forum.System, new Dictionary<string, string> { ["Site.Tagline"] = tagline, ["Site.Icp"] = icp }, default, seen));
        Assert.Null(await SaveAsync("first", ""));
        Assert.Null(await SaveAsync("", "a number"));
        var site = (await forum.Service<SettingsSource>().CurrentAsync(default)).Site;
        Assert.Equal(("first", "a number"), (site.Tagline, site.Icp));
        var refusal = (await SaveAsync("second", "another"))!;
        Assert.Equal((RefusalKind.Conflict, "SettingChanged", "Site.Tagline", "first"), (refusal.Kind, refusal.Code, refusal.Field, refusal.Arguments[0]));
        Assert.Equal("a number", (await forum.Service<SettingsSource>().CurrentAsync(default)).Site.Icp);
    }

    [Theory, EveryDatabase]
    public async Task A_change_is_taken_back_from_the_history_unless_it_was_changed_again(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.SetAsync("Site.Tagline", "one");
        await forum.SetAsync("Reading.PostsPerPage", "20");
        await forum.SetAsync("Site.Tagline", "two");
        var all = await ReadAsync(forum, null);
        Assert.Equal(["Site.Tagline", "Reading.PostsPerPage", "Site.Tagline"], all.Lines.Select(l => l.Key));
        Assert.Equal([true, true, false], all.Lines.Select(l => l.Stands));
        Assert.Equal([("one", "two"), ("", "one")], (await ReadAsync(forum, "Site.Tagline")).Lines.Select(l => (l.From, l.To)));
        Assert.Empty((await ReadAsync(forum, "Site.Nmae")).Lines);

        Assert.Equal("SettingChanged", (await UndoAsync(forum, all.Lines[2].Id))!.Code);
        Assert.Null(await UndoAsync(forum, all.Lines[0].Id));
        Assert.Equal("one", (await forum.Service<SettingsSource>().CurrentAsync(default)).Site.Tagline);
        Assert.Equal(Refusal.NotFound, await UndoAsync(forum, 987654));
    }

    [Fact]
    public async Task The_history_goes_on_page_by_page()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        for (var i = 0; i < SettingHistory.PageSize + 5; i++) await forum.SetAsync("Site.Tagline", $"{i}");
        var first = await ReadAsync(forum, null);
        Assert.Equal((SettingHistory.PageSize, false), (first.Lines.Count, first.Next is null));
        var second = await ReadAsync(forum, null, first.Next);
        Assert.Equal((5, true), (second.Lines.Count, second.Next is null));
    }

    [Theory]
    [InlineData("{", "SettingsFileBroken")]
    [InlineData("[1, 2]", "SettingsFileBroken")]
    [InlineData("no json", "SettingsFileBroken")]
    [InlineData("""{"Site.Nmae": "x"}""", "UnknownSetting")]
    [InlineData("""{"Reading.PostsPerPage": 4}""", "WrongSetting")]
    [InlineData("""{"Site.Tagline": {"a": 1}}""", "WrongSetting")]
    [InlineData("""{"Site.Tagline": null}""", "WrongSetting")]
    public void A_broken_file_is_refused(string text, string code) => Assert.Equal(code, SettingsFile.Read(text).Refusal!.Code);

    [Fact]
    public void A_file_reads_back_what_was_written_and_leaves_the_set_up_alone()
    {
        var settings = new SiteSettings();
        (settings.Site.Name, settings.Site.IsSetUp, settings.Reading.PostsPerPage) = ("街坊 & \"Co\"", true, 33);
        var values = SettingsFile.Read(SettingsFile.Write(settings)).Value;
        Assert.Equal(SettingCatalog.Keys.Count() - 1, values.Count);
        Assert.DoesNotContain(SettingCatalog.SetUp, values.Keys);
        Assert.Equal(["Site.Name", "Reading.PostsPerPage"], SettingsFile.Differences(new SiteSettings(), values).Select(d => d.Key));
        Assert.Empty(SettingsFile.Differences(settings, values));
        Assert.Equal(["Reading.PostsPerPage"], SettingsFile.Differences(settings, SettingsFile.Read("""{"Reading.PostsPerPage": 12, "Site.IsSetUp": false}""").Value).Select(d => d.Key));
    }

    private static Task<SettingChangePage> ReadAsync(Forum forum, string? key, long? before = null) =>
        forum.Use<SettingHistory, SettingChangePage>(h => h.ReadAsync(key, before, default));

    private static Task<Refusal?> UndoAsync(Forum forum, long id) => forum.Use<SettingHistory, Refusal?>(h => h.UndoAsync(forum.System, id, default));
}
