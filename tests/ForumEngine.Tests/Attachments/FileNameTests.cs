using System.Globalization;
using System.Text.Json;
using ForumEngine.Attachments;

namespace ForumEngine.Tests.Attachments;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("photo.jpg", "photo.jpg")]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("C:\\x\\web.config", "web.config")]
    [InlineData("x\r\nContent-Type: text/html.jpg", "html.jpg")]
    [InlineData("x\u0000.jpg", "x .jpg")]
    [InlineData("\u202Egpj.exe", "_gpj.exe")]
    [InlineData("CON.jpg", "_CON.jpg")]
    [InlineData("nul", "_nul")]
    [InlineData("COM1.txt", "_COM1.txt")]
    [InlineData("<b>\"x\".png", "_b__x_.png")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("  照片 1 .png ", "照片 1 .png")]
    [InlineData("e\u0301.jpg", "é.jpg")]
    public void A_name_is_what_readers_may_save_it_as(string? typed, string name) => Assert.Equal(name, FileName.Clean(typed));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = FileName.Clean(new string('长', 300) + ".png");
        Assert.Equal(Attachment.NameLength, name.Length);
        Assert.EndsWith(".png", name, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_of_the_corpus_keeps_anything_harmful()
    {
        foreach (var line in File.ReadLines(Checkout.Shared("data/corpora/uploads/filenames.jsonl")))
        {
            var typed = JsonDocument.Parse(line).RootElement.GetProperty("input").GetString();
            var name = FileName.Clean(typed);
            Assert.InRange(name.Length, 1, Attachment.NameLength);
            Assert.DoesNotContain(name, c => "/\\:*?\"<>|;%`".Contains(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);
            Assert.False(name.StartsWith('.') || name.EndsWith('.') || name.EndsWith(' '), $"{typed} → {name}");
            Assert.Equal(name, FileName.Clean(name));
        }
    }
}
