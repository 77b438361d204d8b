using System.Text;

namespace ForumEngine.Markup.Tests;

/// <summary>security.md C12: 50,000 characters of anything in 100 ms, and twice the input in at most 2.5 times the time.</summary>
[Collection("timed")]
[CollectionDefinition("timed", DisableParallelization = true)]
public sealed class LinearTimeTests
{
    private const int Length = 50_000;
    private const double LimitInMilliseconds = 100;

    /// <summary>Below this, for twice the length, the garbage collector decides the ratio; a fifth of the limit is fine anyway.</summary>
    private const double MeasurableInMilliseconds = 40;

    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("[/")]
    [InlineData("[b")]
    [InlineData("[b]")]
    [InlineData("[/b]")]
    [InlineData("[b=")]
    [InlineData("[b=[")]
    [InlineData("[b]x[/b]")]
    [InlineData("[quote]")]
    [InlineData("[quote=\"")]
    [InlineData("[quote=\",\"")]
    [InlineData("[quote]x[/quote]")]
    [InlineData("[quote][size=2][color=#999999]")]
    [InlineData("[list][*]")]
    [InlineData("[list][*]x[/list]")]
    [InlineData("[*]")]
    [InlineData("[hr]")]
    [InlineData("[url=")]
    [InlineData("[url]")]
    [InlineData("[url]https://")]
    [InlineData("[url=http://a.example]")]
    [InlineData("[url=http://a.example]x[/url]")]
    [InlineData("[img]")]
    [InlineData("[img]https://a.example/x.png[/img]")]
    [InlineData("[code]")]
    [InlineData("[code]x[/code]")]
    [InlineData("[color=red]x\n\n")]
    [InlineData("http")]
    [InlineData("http://")]
    [InlineData("http://a.example ")]
    [InlineData("http://a.example)")]
    [InlineData("www.")]
    [InlineData("@")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("a\n\n")]
    [InlineData("<")]
    [InlineData("&amp;")]
    [InlineData("\"")]
    [InlineData("字")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("e\u0301\u0302\u0303")]
    [InlineData("\u202E")]
    [InlineData("\0")]
    public void A_post_of_one_thing_repeated_takes_linear_time(string piece) => AssertLinear(length => Repeat(piece, length));

    [Theory]
    [InlineData("[b]", "[/b]")]
    [InlineData("[quote]", "[/quote]")]
    [InlineData("[list][*]", "[/list]")]
    [InlineData("[b][i][u][s]", "[/b][/i][/u][/s]")]
    [InlineData("[b][quote]", "[/b][/quote]")]
    [InlineData("[url]", "[/url]")]
    [InlineData("[code]", "[/code]")]
    public void Openings_and_then_closings_take_linear_time(string opening, string closing) =>
        AssertLinear(length => Repeat(opening, length / 2) + "x" + Repeat(closing, length / 2));

    [Theory]
    [InlineData("[list]", "[*]x", "[/list]")]
    [InlineData("[quote]", "x\n\n", "[/quote]")]
    [InlineData("[quote]", "x\n", "[/quote]")]
    [InlineData("[list][*]", "x\n", "[/list]")]
    [InlineData("[b]", "x\n", "[/b]")]
    [InlineData("[b]", "http://a.example\n\n", "[/b]")]
    [InlineData("[code]", "[b]x\n", "[/code]")]
    public void One_element_with_very_much_in_it_takes_linear_time(string opening, string piece, string closing) =>
        AssertLinear(length => opening + Repeat(piece, length) + closing);

    [Fact]
    public void Formats_around_many_paragraphs_take_linear_time() =>
        AssertLinear(length => Repeat("[b][i][u][s]", 60) + Repeat("x\n\n", length - 140) + Repeat("[/b][/i][/u][/s]", 80));

    [Fact]
    public void Overlapping_formats_take_linear_time() =>
        AssertLinear(length => "[i][u][s][sub][sup][color=red]" + Repeat("[b]x[i]y[/b]z[/i]", length - 60) + "[/color][/sup][/sub][/s][/u][/i]");

    [Fact]
    public void Tags_strewn_at_random_take_linear_time()
    {
        string[] pieces = ["[b]", "[/b]", "[i]", "[/i]", "[quote]", "[/quote]", "[list]", "[*]", "[/list]", "[url=/x]", "[/url]", "[color=red]", "[/color]", "\n", "\n\n", "字", "[", "\""];
        AssertLinear(length =>
        {
            var random = new Random(7);
            var text = new StringBuilder();
            while (text.Length < length)
                text.Append(pieces[random.Next(pieces.Length)]);
            return text.ToString();
        });
    }

    private static void AssertLinear(Func<int, string> make)
    {
        string half = make(Length / 2), whole = make(Length), twice = make(Length * 2);
        Html.AssertNothingForTheSecondNet(whole);
        var (halfTime, wholeTime, twiceTime) = (double.MaxValue, double.MaxValue, double.MaxValue);
        // The best of some rounds: the first ones also compile.
        for (var round = 0; round < 15 && (round < 2 || !IsFine(halfTime, wholeTime, twiceTime)); round++)
        {
            // Four halves, so that the garbage collector has as much to do as for the long one.
            halfTime = Math.Min(halfTime, (Time(half) + Time(half) + Time(half) + Time(half)) / 4);
            wholeTime = Math.Min(wholeTime, Time(whole));
            twiceTime = Math.Min(twiceTime, Time(twice));
        }
        Assert.True(IsFine(halfTime, wholeTime, twiceTime), $"{halfTime:F1} ms for half, {wholeTime:F1} ms for the whole, {twiceTime:F1} ms for twice");
    }

    /// <summary>Doubled twice, so that a single pause doesn't pass for growth.</summary>
    private static bool IsFine(double half, double whole, double twice) =>
        whole <= LimitInMilliseconds && (twice < MeasurableInMilliseconds || twice <= 2.5 * 2.5 * half);

    /// <summary>Processor time, not the clock's: the machine is shared, and no other test runs beside this collection.</summary>
    private static double Time(string source)
    {
        var before = Environment.CpuUsage.TotalTime;
        PostMarkup.ToHtml(source);
        PostMarkup.VisibleLength(source);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static string Repeat(string piece, int length) =>
        new StringBuilder(length + piece.Length).Insert(0, piece, length / piece.Length).ToString();
}
