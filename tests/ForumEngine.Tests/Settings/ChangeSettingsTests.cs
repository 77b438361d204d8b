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
}
