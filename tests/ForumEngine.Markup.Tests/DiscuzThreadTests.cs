using System.IO.Compression;
using System.Text;

namespace ForumEngine.Markup.Tests;

/// <summary>The posts of a database that a running Discuz! X3.4 wrote (shared/data/discuz).</summary>
public sealed class DiscuzThreadTests
{
    private const int Message = 8;

    [Fact]
    public void Every_post_is_harmless_needs_no_second_net_and_loses_no_word()
    {
        var posts = Posts();
        Assert.True(posts.Count >= 130, $"{posts.Count} posts");
        foreach (var source in posts.Values)
        {
            Html.AssertHarmless(source);
            Html.AssertNothingForTheSecondNet(source);
            Assert.NotEmpty(PostMarkup.ToPlainText(source, withHidden: true));
        }
    }

    /// <summary>By the post's number there.</summary>
    [Theory]
    [InlineData(1, "span.c-red", 1)]
    [InlineData(1, "span.size-5", 1)]
    [InlineData(1, "a[href='https://www.example.com/']", 1)]
    [InlineData(17, "blockquote cite a[href='/posts/2']", 1)]
    [InlineData(18, "blockquote cite a[href='/posts/5']", 1)]
    [InlineData(19, "blockquote", 1)]
    [InlineData(19, "b", 0)]
    [InlineData(20, "b, i, u, s", 5)]
    [InlineData(20, "div.align-center", 1)]
    [InlineData(20, "ol > li", 2)]
    [InlineData(20, "table[width='98%'] td", 3)]
    [InlineData(20, "td[colspan='2']", 1)]
    [InlineData(20, "pre > code", 1)]
    [InlineData(20, "span.font-sans", 1)]
    [InlineData(20, "span.bg-yellow", 1)]
    [InlineData(21, ".hide-note", 3)]
    public void Its_codes_are_elements(int post, string selector, int count) =>
        Assert.Equal(count, Html.Render(Posts()[post]).QuerySelectorAll(selector).Length);

    [Fact]
    public void What_is_hidden_there_is_hidden_here()
    {
        var source = Posts()[21];
        Assert.DoesNotContain("SECRET", PostMarkup.ToHtml(source) + PostMarkup.ToPlainText(source) + PostMarkup.ToSearchText(source) + PostMarkup.ToExcerpt(source, 999), StringComparison.Ordinal);
        var needs = HiddenParts.Read(PostMarkup.Render(source).Hidden).ConvertAll(part => part.Need);
        Assert.Equal([new HideNeed(true), new HideNeed(false, 100), new HideNeed(false, 10, 30)], needs);
    }

    [Fact]
    public void Its_attachments_are_found() => Assert.Equal([1, 2], PostMarkup.FindAttachments(Posts()[35]));

    private static Dictionary<int, string> Posts()
    {
        using var file = new GZipStream(File.OpenRead(Shared.File("discuz/discuz-x34.sql.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(file, Encoding.UTF8);
        while (lines.ReadLine() is { } line && line != "INSERT INTO `pre_forum_post` VALUES")
            continue;
        var posts = new Dictionary<int, string>();
        while (lines.ReadLine() is { } line && line.StartsWith('('))
            posts.Add(int.Parse(line[1..line.IndexOf(',')], System.Globalization.CultureInfo.InvariantCulture), Fields(line)[Message]);
        return posts;
    }

    /// <summary>The values of one row of a dump.</summary>
    private static List<string> Fields(string row)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 1; i < row.Length; i++)
            if (quoted && row[i] == '\\')
                field.Append(row[++i] switch { 'n' => '\n', 'r' => '\r', '0' => '\0', var c => c });
            else if (row[i] == '\'')
                quoted = !quoted;
            else if (row[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(row[i]);
        return fields;
    }
}
