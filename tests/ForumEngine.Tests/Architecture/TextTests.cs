using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ForumEngine.Tests.Architecture;

/// <summary>Texts come in Simplified Chinese (X.resx), Traditional Chinese and English, one as complete as the other.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Files => [.. Checkout.Sources("src", ".resx")
        .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal) && !f.EndsWith(".zh-Hant.resx", StringComparison.Ordinal)).Select(SourceTests.Name)];

    [Theory, MemberData(nameof(Files))]
    public void All_languages_have_the_same_texts_with_the_same_places(string file)
    {
        var chinese = Read(file);
        foreach (var language in (string[])[".en.resx", ".zh-Hant.resx"])
        {
            var other = Read(Path.ChangeExtension(file, language));
            Assert.Equal(chinese.Keys.Order(), other.Keys.Order());
            Assert.All(chinese, text => Assert.Equal(Places(text.Value), Places(other[text.Key])));
            Assert.All(chinese.Concat(other), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        }
    }

    /// <summary>Big5 knows the characters of Taiwan and Hong Kong and none that only the mainland writes.</summary>
    [Fact]
    public void Traditional_texts_have_no_simplified_characters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var big5 = Encoding.GetEncoding("big5", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        Expect.None(from file in Checkout.Sources("src", ".zh-Hant.resx", ".zh-Hant.txt")
                    from character in Han().Matches(File.ReadAllText(file)).Select(m => m.Value).Distinct()
                    where big5.GetString(big5.GetBytes(character)) != character
                    select $"{SourceTests.Name(file)}: {character}");
    }

    /// <summary>Punctuation between Chinese characters is Chinese, and no space stands between two of them.</summary>
    [Fact]
    public void Chinese_texts_have_chinese_punctuation() =>
        Expect.None(from file in Checkout.Sources("src", ".resx")
                    where !file.EndsWith(".en.resx", StringComparison.Ordinal)
                    from text in Read(file)
                    where WesternMark().IsMatch(text.Value) && !text.Key.EndsWith("FloorNames", StringComparison.Ordinal)
                    select $"{SourceTests.Name(file)} {text.Key}: {text.Value}");

    /// <summary>But for samples of type on the style page.</summary>
    [Fact]
    public void English_texts_are_english() =>
        Expect.None(from file in Checkout.Sources("src", ".en.resx")
                    where !file.EndsWith("/LookText.en.resx", StringComparison.Ordinal)
                    from text in Read(file)
                    where Han().IsMatch(text.Value) && !text.Value.Contains("ICP", StringComparison.Ordinal)
                    select $"{SourceTests.Name(file)} {text.Key}: {text.Value}");

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Checkout.File(file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order()];

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff][,.;:!?()""' ][\u3400-\u9fff]")]
    private static partial Regex WesternMark();

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();
}
