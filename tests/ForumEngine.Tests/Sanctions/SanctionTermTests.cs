using ForumEngine.Sanctions;

namespace ForumEngine.Tests.Sanctions;

public sealed class SanctionTermTests
{
    private static readonly DateTime Now = new(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("0", null, null)]
    [InlineData("3", null, "2026-05-07T08:00:00Z")]
    [InlineData("3", "2026-05-05T18:00", "2026-05-05T10:00:00Z")]
    [InlineData(null, "2026-05-05 18:00", "2026-05-05T10:00:00Z")]
    [InlineData("", "2026-05-05T18:00:00+02:00", "2026-05-05T16:00:00Z")]
    [InlineData("", "2026-05-05T18:00:00Z", "2026-05-05T18:00:00Z")]
    [InlineData("", "2026-05-04T16:00:01", "2026-05-04T08:00:01Z")]
    public void Ends_when_the_form_says(string? days, string? endsAt, string? expected)
    {
        var until = SanctionTerm.Read(days, endsAt, Shanghai, Now);
        Assert.Null(until.Refusal);
        Assert.Equal(expected, until.Value?.ToString("yyyy-MM-ddTHH:mm:ssZ", null));
    }

    [Theory]
    [InlineData(null, null, "Days", "SanctionNeedsEnd")]
    [InlineData("-1", null, "Days", "SanctionNeedsEnd")]
    [InlineData("3651", null, "Days", "SanctionNeedsEnd")]
    [InlineData("three", null, "Days", "SanctionNeedsEnd")]
    [InlineData("3", "tomorrow", "EndsAt", "NotATime")]
    [InlineData("3", "2026-05-04T16:00:00", "EndsAt", "EndsInThePast")]
    [InlineData("3", "2126-05-04T16:00:00", "EndsAt", "SanctionNeedsEnd")]
    public void Refuses_what_is_no_end(string? days, string? endsAt, string field, string code)
    {
        var refusal = SanctionTerm.Read(days, endsAt, Shanghai, Now).Refusal;
        Assert.Equal((field, code), (refusal?.Field, refusal?.Code));
    }

    [Fact]
    public void Refuses_an_hour_that_summer_time_skips()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal("NotATime", SanctionTerm.Read("", "2027-03-28T02:30", berlin, Now).Refusal!.Code);
    }
}
