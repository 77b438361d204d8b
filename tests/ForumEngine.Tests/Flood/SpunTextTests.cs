using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ForumEngine.Flood;

namespace ForumEngine.Tests.Flood;

/// <summary>Duplicates measured: different posts that nobody may take for one another, and advertisements spun by rules like those of their writers.</summary>
public sealed partial class SpunTextTests(ITestOutputHelper output)
{
    private const int Least = 20;

    private static readonly string[] Ads =
    [
        "澄江本地正规贷款，无抵押无担保，当天放款，身份证即可办理，额度一万到五十万，利息低至三厘，诚信经营，咨询微信 loan8888",
        "全新正品手机低价清仓，原价三千现在只要九百九十九，数量有限先到先得，支持货到付款，加微信 shop888 咨询，假一赔十，全国包邮",
        "招聘网络兼职，手机就能操作，时间自由，日结工资二百到五百，不收任何押金，学生宝妈都可以做，想了解的加扣扣 7788990，名额有限",
        "专业代写各类论文报告，硕博团队一对一服务，包修改包查重，价格实惠，提前付定金三成，满意再付尾款，联系电话 13800001111 王老师",
        "各大平台账号长期出售，实名认证可换绑，价格便宜量大从优，二十四小时自动发货，售后有保障，需要的朋友私聊或者加微信 acc2026",
        "祖传中医秘方专治腰椎间盘突出，无效全额退款，已经治好上千名患者，免费寄送试用装，需要的请留下姓名电话地址，或者加微信 tcm5566",
        "海外代购奢侈品包包手表，专柜验货支持鉴定，比国内便宜一半以上，每周更新款式，支持分期付款，看图加微信 bag6699，诚招代理",
        "内部渠道低价充值话费油卡，八折起充，秒到账，一百起充上不封顶，长期合作价格更低，先充后付，联系扣扣 33445566，骗子勿扰",
        "Cheap loans without any paperwork, money on your account within one hour, up to fifty thousand, bad credit is no problem at all, write to our manager on Telegram loanfast24 today",
        "Earn five hundred dollars a day working from home, no experience needed, free training for the first twenty people, only a phone is required, message me on WhatsApp 55501234 to start now",
    ];

    /// <summary>What one writes for another without saying anything else.</summary>
    private static readonly (string From, string[] To)[] Synonyms =
    [
        ("正规", ["合法", "靠谱"]), ("低价", ["特价", "底价"]), ("咨询", ["了解", "联系"]), ("价格", ["价钱", "费用"]), ("专业", ["资深", "权威"]), ("需要的", ["有需要的", "感兴趣的"]),
        ("诚信经营", ["信誉第一", "童叟无欺"]), ("先到先得", ["手慢无", "抢完为止"]), ("加微信", ["加V", "薇信"]), ("联系", ["找", "咨询"]), ("长期", ["常年", "一直"]), ("便宜", ["实惠", "划算"]),
        ("名额有限", ["名额不多", "机会难得"]), ("当天放款", ["当日到账", "当天下款"]), ("全国包邮", ["包邮到家", "顺丰包邮"]), ("支持", ["接受", "可以"]), ("保障", ["保证", "承诺"]),
        ("Cheap", ["Low-cost", "Easy"]), ("today", ["now", "right away"]), ("without any", ["with no", "without"]), ("no experience needed", ["anybody can do it", "no skills required"]), ("message me", ["write me", "text me"]),
    ];

    private static readonly string[] Noise = ["😀", "★", "【急】", "~~~", "!!", "👍👍", "…", " ", "\n", "[b]重要[/b]"];
    private static readonly string[] Tails = ["非诚勿扰。", "欢迎老客户介绍新客户。", "本条长期有效，见贴请回。", "谢谢版主。", "顶一下！", "Thanks for reading.", "祝大家生活愉快，万事如意。"];

    [Fact]
    public void Of_a_thousand_different_posts_none_is_taken_for_others()
    {
        List<string> posts = [.. RealPosts().Take(1000)];
        var sketches = posts.ConvertAll(p => Sketch.Of(null, p, Least)!);
        var alike = Pairs(sketches).Where(p => AreAlike(p.One, p.Other)).ToList();
        foreach (var (a, b) in alike) output.WriteLine($"{Sketch.Likeness(a.Bytes, b.Bytes):0.00}: {posts[sketches.IndexOf(a)]} ||| {posts[sketches.IndexOf(b)]}");
        output.WriteLine($"{posts.Count} posts, {sketches.Count * (sketches.Count - 1) / 2} pairs, {alike.Count} alike; {Pairs(sketches).Count(p => p.One.Similar.Intersect(p.Other.Similar).Any())} pairs compared; "
            + $"closest {Pairs(sketches).Max(p => Sketch.Likeness(p.One.Bytes, p.Other.Bytes)):0.00}");
        Assert.Equal(1000, posts.Count);
        // The authors of the engine say a few things twice in nearly the same words; members of the town don't.
        Assert.True(alike.Count <= 10, $"{alike.Count} of {posts.Count} posts");
        Assert.DoesNotContain(alike, p => sketches.IndexOf(p.One) < 300 || sketches.IndexOf(p.Other) < 300);
    }

    [Fact]
    public void Of_a_thousand_spun_advertisements_most_are_stopped()
    {
        var (random, stopped, total) = (new Numbers(7), 0, 0);
        foreach (var (name, strength, least) in new[] { ("light: contact, signs, case", 0, 0.95), ("middle: a tenth of the words, a sentence more", 1, 0.75), ("heavy: a quarter of the words, parts swapped", 2, 0.2) })
        {
            var (pairs, through, sent) = (0, 0, 0);
            foreach (var ad in Ads)
            {
                var original = Sketch.Of(null, ad, Least)!;
                var before = new List<Sketch>();
                for (var i = 0; i < 34 && total + sent < 1000; i++, sent++)
                {
                    var spun = Sketch.Of(null, Spin(ad, strength, random), Least)!;
                    if (AreAlike(original, spun)) pairs++;
                    // A new member each: the first two go through, of the others those that look like two before them don't.
                    if (before.Count(b => AreAlike(b, spun)) < 2)
                    {
                        through++;
                        before.Add(spun);
                    }
                }
            }
            total += sent;
            stopped += sent - through;
            output.WriteLine($"{name}: {100.0 * pairs / sent:0} % alike to the original; of {sent} sent by {sent} new members {sent - through} stopped, {through} through ({2 * Ads.Length} must be)");
            Assert.True((sent - through) / (double)(sent - 2 * Ads.Length) >= least, $"{name}: {through} of {sent} through");
        }
        output.WriteLine($"in all {stopped} of {total}");
    }

    private static bool AreAlike(Sketch one, Sketch other) =>
        one.Mark == other.Mark || (one.Similar.Intersect(other.Similar).Any() && Sketch.Likeness(one.Bytes, other.Bytes) >= Duplicates.Alike);

    private static IEnumerable<(Sketch One, Sketch Other)> Pairs(List<Sketch> all) =>
        all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (one, other)));

    private static string Spin(string ad, int strength, Numbers random)
    {
        var parts = ad.Split('，', ',').Select(p => p.Trim()).ToList();
        if (strength == 2)
            for (var i = 0; i < 3; i++) (parts[random.Below(parts.Count - 1)], parts[^2]) = (parts[^2], parts[random.Below(parts.Count - 1)]);
        var text = string.Join(ad.Contains('，', StringComparison.Ordinal) ? "，" : ", ", parts);
        // The contact is another one each time.
        text = Contact().Replace(text, m => new string([.. m.Value.Select(c => char.IsAsciiDigit(c) ? (char)('0' + random.Below(10)) : c)]));
        var (chance, words) = (strength switch { 0 => 0, 1 => 30, _ => 80 }, new StringBuilder());
        foreach (var (from, to) in Synonyms)
            if (random.Below(100) < chance) text = text.Replace(from, to[random.Below(to.Length)], StringComparison.Ordinal);
        foreach (var c in text)
        {
            words.Append(random.Below(100) < 2 && char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : c);
            if (random.Below(100) < 6 && c is '，' or ',') words.Append(Noise[random.Below(Noise.Length)]);
        }
        if (strength > 0) words.Append('。').Append(Tails[random.Below(Tails.Length)]);
        if (random.Below(2) == 0) words.Insert(0, Noise[random.Below(Noise.Length)]);
        return words.ToString();
    }

    /// <summary>
    /// The demo town's posts, the engine's own pages for readers and its documents, paragraph by paragraph (one of two that say the
    /// same in the same words), and its comments.
    /// </summary>
    private static IEnumerable<string> RealPosts()
    {
        var demo = Directory.GetFiles(Checkout.File("src/ForumEngine/Setup/Demo"), "threads-*.json").Order(StringComparer.Ordinal).SelectMany(f =>
            JsonDocument.Parse(File.ReadAllText(f)).RootElement.GetProperty("threads").EnumerateArray().SelectMany(t => t.TryGetProperty("replies", out var replies) ? replies.EnumerateArray().Prepend(t) : [t])
                .Select(p => p.GetProperty("body").GetString()!));
        var texts = Directory.GetFiles(Checkout.File("src/ForumEngine/Setup/Texts"), "*.txt").Where(f => f.EndsWith(".zh.txt", StringComparison.Ordinal)).Concat(Directory.GetFiles(Checkout.File("docs"), "*.md", SearchOption.AllDirectories).Where(f => !f.EndsWith("desk.md", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).SelectMany(f => Paragraphs().Split(File.ReadAllText(f)));
        // Rows of tables aren't texts; what is filled in on each page is the same on purpose.
        return demo.Concat(texts.Where(t => t.TrimStart() is not (['|' or '#', ..]) && !t.Contains('{', StringComparison.Ordinal) && !t.Contains("[color", StringComparison.Ordinal))).Concat(Comments()).Where(t => Sketch.Of(null, t, Least) is not null);
    }

    /// <summary>What the engine's authors say about its types: a sentence or two each.</summary>
    private static IEnumerable<string> Comments() => Checkout.Sources("src/ForumEngine", ".cs").Order(StringComparer.Ordinal)
        .SelectMany(f => Summaries().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value.Replace("///", "", StringComparison.Ordinal))).Where(t => t.Length > 90);

    [GeneratedRegex(@"[A-Za-z]*\d{3,}")]
    private static partial Regex Contact();

    [GeneratedRegex(@"<summary>((?:(?!</summary>)[\s\S])+)</summary>")]
    private static partial Regex Summaries();

    [GeneratedRegex(@"\n\s*\n|\n(?=[|\-])")]
    private static partial Regex Paragraphs();

    /// <summary>The same numbers each time.</summary>
    private sealed class Numbers(ulong seed)
    {
        private ulong state = seed;

        public int Below(int most)
        {
            state = state * 6364136223846793005UL + 1442695040888963407UL;
            return (int)((state >> 33) % (ulong)most);
        }
    }
}
