using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ForumEngine.Tests.Architecture;

/// <summary>Texts come in Simplified Chinese (X.resx) and English (X.en.resx), one as complete as the other.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Files => [.. Checkout.Sources("src", ".resx")
        .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal)).Select(SourceTests.Name)];

    [Theory, MemberData(nameof(Files))]
    public void Both_languages_have_the_same_texts_with_the_same_places(string file)
    {
        var chinese = Read(file);
        var english = Read(Path.ChangeExtension(file, ".en.resx"));
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
        Assert.All(chinese.Concat(english), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    /// <summary>But a language's own name, which is said in that language wherever one may choose it.</summary>
    [Fact]
    public void English_texts_are_english() =>
        Expect.None(from file in Checkout.Sources("src", ".en.resx")
                    from text in Read(file)
                    where Han().IsMatch(text.Value) && text.Key != "Chinese" && !text.Value.Contains("ICP", StringComparison.Ordinal)
                    select $"{SourceTests.Name(file)} {text.Key}: {text.Value}");

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Checkout.File(file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order()];

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();
}
