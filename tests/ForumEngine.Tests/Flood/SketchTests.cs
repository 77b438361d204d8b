using ForumEngine.Flood;

namespace ForumEngine.Tests.Flood;

public sealed class SketchTests
{
    private const string Spam = "全新正品手机低价清仓，原价三千现在只要九百九十九，数量有限先到先得，支持货到付款，加微信 shop888 咨询，假一赔十，全国包邮";

    /// <summary>Against the real likeness of the texts: shared runs of three letters over all.</summary>
    [Theory]
    [InlineData(Spam, "全新正品手机低价清仓，原价三千现在只要九百九十九，数量有限先到先得，支持货到付款，加微信 vip6666 咨询，假一赔十，全国包邮", true)]
    [InlineData(Spam, "【急】全新 正品 手机 低价清仓!原价三千现在只要九百九十九~数量有限先到先得~支持货到付款,加微信 shop888 咨询,假一赔十,全国包邮!!", true)]
    [InlineData(Spam, "出一台自用手机，去年三千买的，成色九五新，箱说全，现在一千五出，同城面交，不刀不换，有意私聊", false)]
    [InlineData("How do I reset the router when the light keeps blinking red after an update?", "How do I reset my router when the light keeps blinking red after the update?", true)]
    [InlineData("How do I reset the router when the light keeps blinking red after an update?", "Where can I buy a router whose light does not blink at night in the bedroom?", false)]
    public void Likeness_tells_a_variant_from_another_text(string one, string other, bool alike)
    {
        var (a, b) = (Sketch.Of(null, one, 4)!, Sketch.Of(null, other, 4)!);
        Assert.Equal(alike, Sketch.Likeness(a.Bytes, b.Bytes) >= Duplicates.Alike && a.Similar.Intersect(b.Similar).Any());
    }

    [Fact]
    public void Short_texts_have_no_print_and_long_ones_take_little_time()
    {
        Assert.Null(Sketch.Of(null, "谢谢分享！！！", 20));
        Assert.NotNull(Sketch.Of("关于小区门口新开的那家面馆", "如题如题如题如题如题", 20));
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)(0x4E00 + i * 7919 % 20_000)));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 10; i++) Assert.NotNull(Sketch.Of(null, text, 20));
        Assert.InRange(clock.Elapsed.TotalMilliseconds / 10, 0, 100);
    }
}
