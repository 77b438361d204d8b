using ForumEngine.Posts;

namespace ForumEngine.Tests.Posts;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("我今天去了北京", "我昨天去了上海", "我-今+昨天去了-北京+上海")]
    [InlineData("one two three", "one four three", "one -two+four three")]
    [InlineData("", "新", "+新")]
    [InlineData("旧", "", "-旧")]
    [InlineData("same", "same", "same")]
    [InlineData("a😀b", "a😁b", "a-😀+😁b")]
    public void Chinese_is_compared_by_characters_and_other_words_as_words(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(TextDiff.Of(before, after).Parts.Select(p => (p.Kind switch { DiffKind.Gone => "-", DiffKind.New => "+", _ => "" }) + p.Text)));

    [Fact]
    public void What_is_kept_and_put_in_gives_the_new_text_and_the_rest_the_old_one()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Text(random), Text(random));
            var parts = TextDiff.Of(before, after).Parts;
            Assert.Equal(after, string.Concat(parts.Where(p => p.Kind != DiffKind.Gone).Select(p => p.Text)));
            Assert.Equal(before, string.Concat(parts.Where(p => p.Kind != DiffKind.New).Select(p => p.Text)));
        }
    }

    [Fact]
    public void Two_long_texts_without_anything_in_common_are_compared_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var parts = TextDiff.Of(string.Concat(Enumerable.Repeat("甲\n", 20000)), string.Concat(Enumerable.Repeat("乙\n", 20000))).Parts;
        Assert.Equal(2, parts.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) switch { 0 => "山", 1 => " ", _ => "ab" }));
}
