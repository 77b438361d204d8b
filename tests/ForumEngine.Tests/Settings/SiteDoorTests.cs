using System.Globalization;
using ForumEngine.Groups;
using ForumEngine.Settings;

namespace ForumEngine.Tests.Settings;

public sealed class SiteDoorTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("open", "", DoorState.Open)]
    [InlineData("closed", "", DoorState.Closed)]
    [InlineData("readonly", "2026-11-26 20:01", DoorState.ReadOnly)]
    [InlineData("readonly", "2026-11-26 20:00", DoorState.Open)]
    [InlineData("closed", "2026-11-26 19:00", DoorState.Open)]
    public void It_opens_by_itself_at_the_minute_of_the_sites_zone(string state, string until, DoorState expected)
    {
        var settings = new SiteSettings();
        (settings.Door.State, settings.Door.Until) = (state, until);
        Assert.Equal(expected, SiteDoor.At(settings, Now).State);
    }

    [Fact]
    public void A_minute_that_the_clocks_leave_out_is_no_error()
    {
        var settings = new SiteSettings();
        (settings.Site.TimeZone, settings.Door.State, settings.Door.Until) = ("Europe/Berlin", "closed", "2027-03-28 02:30");
        Assert.Equal(new DateTime(2027, 3, 28, 1, 30, 0, DateTimeKind.Utc), SiteDoor.At(settings, Now).Until);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("2026-12-01 08:00", true)]
    [InlineData("2026-12-01", false)]
    [InlineData("2026-13-01 08:00", false)]
    [InlineData("tomorrow", false)]
    public void The_minute_is_checked(string text, bool good) => Assert.Equal(good, SettingCatalog.TryWrite(new SiteSettings(), "Door.Until", text));

    [Fact]
    public void The_message_is_the_readers_or_anothers()
    {
        var said = new DoorSection { Message = "zh", MessageHant = " ", MessageEn = "en" };
        Assert.Equal(("zh", "zh", "en"), (Say(said, "zh-Hans"), Say(said, "zh-Hant"), Say(said, "en")));
        said.Message = "";
        Assert.Equal("en", Say(said, "zh-Hans"));
        Assert.Null(Say(new DoorSection(), "en"));
    }

    [Theory, EveryDatabase]
    public async Task Administrators_and_groups_that_may_come_in_when_it_is_closed(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        Assert.True(SiteDoor.MayEnter(await forum.AdministratorAsync()));
        Assert.False(SiteDoor.MayEnter(await forum.ViewerAsync("super", Group.SuperModerators)));
        Assert.False(SiteDoor.MayEnter(await forum.GuestAsync()));
        Assert.True(SiteDoor.MayEnter((await forum.ViewerAsync("crew")) is var crew ? crew with { Rights = crew.Rights.SetItem("Visit", 2) } : crew));
    }

    private static string? Say(DoorSection said, string language) => SiteDoor.Message(said, CultureInfo.GetCultureInfo(language));
}
