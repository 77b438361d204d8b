using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ForumEngine.Storage;
using NetVips;

namespace ForumEngine.Tests.Attachments;

/// <summary>Every file of the corpus ends refused, as pixels only, or as a download; none as an error.</summary>
public sealed class HostileFileTests
{
    private sealed record Sample(string File, string Expect);

    [Fact]
    public async Task Every_hostile_file_is_refused_or_becomes_harmless()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var board = await forum.BoardAsync();
        var member = await forum.ViewerAsync("li");
        var failures = new List<string>();
        foreach (var sample in File.ReadLines(Checkout.Shared("data/corpora/uploads/files_manifest.jsonl")).Select(Read))
        {
            var clock = Stopwatch.StartNew();
            var bytes = await File.ReadAllBytesAsync(Checkout.Shared($"data/corpora/uploads/files/{sample.File}"));
            var done = await forum.UploadAsync(member, board, sample.File, bytes);
            if (clock.Elapsed > TimeSpan.FromSeconds(20)) failures.Add($"{sample.File} took {clock.Elapsed}");
            if (done.Refusal is not null && sample.Expect.StartsWith("accepted", StringComparison.Ordinal)) failures.Add($"{sample.File} was refused: {done.Refusal.Code}");
            if (done.Refusal is null && sample.Expect.StartsWith("refused", StringComparison.Ordinal) && !sample.Expect.Contains(" or ", StringComparison.Ordinal)) failures.Add($"{sample.File} was accepted");
            if (done.Refusal is null && done.Value.IsImage) failures.AddRange(Left(forum, sample.File, done.Value));
        }
        Expect.None(failures);
    }

    [Fact]
    public void The_detector_sees_what_the_originals_carry()
    {
        var gps = File.ReadAllBytes(Checkout.Shared("data/corpora/uploads/files/gps.jpg"));
        Assert.Contains(Uploads.Baggage(gps), f => f.Contains("GPS", StringComparison.Ordinal));
        Assert.NotEmpty(Uploads.Baggage(File.ReadAllBytes(Checkout.Shared("data/corpora/uploads/files/xmp.jpg"))));
        Assert.NotEmpty(Code(File.ReadAllBytes(Checkout.Shared("data/corpora/uploads/files/tail_php.gif"))));
    }

    [Fact]
    public async Task What_a_camera_says_of_a_picture_is_not_given_on()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        using var picture = Uploads.Picture(900, 600);
        using var told = picture.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "39/1 54/1 0/1 (39, 54, 0, Rational, 3 components, 24 bytes)");
            m.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "at home (at home, ASCII, 8 components, 8 bytes)");
        });
        var upload = told.JpegsaveBuffer();
        Assert.Contains(Uploads.Baggage(upload), f => f.Contains("GPS", StringComparison.Ordinal));
        var done = await forum.UploadAsync(await forum.ViewerAsync("li"), await forum.BoardAsync(), "home.jpg", upload);
        Expect.None(Left(forum, "home.jpg", done.Value));
    }

    [Fact]
    public async Task A_picture_lying_on_its_side_is_stood_upright()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        using var picture = Uploads.Picture(600, 400);
        using var turned = picture.Mutate(m => m.Set(GValue.GIntType, "orientation", 6));
        var done = await forum.UploadAsync(await forum.ViewerAsync("li"), await forum.BoardAsync(), "turned.jpg", turned.JpegsaveBuffer());
        Assert.Equal((400, 600), (done.Value.Width, done.Value.Height));
        foreach (var form in (string?[])[null, "thumb"])
        {
            using var stored = Image.NewFromBuffer(await File.ReadAllBytesAsync(forum.Service<FileStore>().PathOf(done.Value.StoredAs, form)));
            // What was left is on top now: red above, blue below.
            Assert.True(stored[stored.Width / 2, 2][0] > 150, $"{form}: the top is not red");
            Assert.True(stored[stored.Width / 2, stored.Height - 3][2] > 150, $"{form}: the bottom is not blue");
        }
    }

    [Fact]
    public async Task An_animation_keeps_its_frames()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        using var first = Uploads.Picture();
        using var second = first.Invert();
        using var film = first.Join(second, Enums.Direction.Vertical);
        var done = await forum.UploadAsync(await forum.ViewerAsync("li"), await forum.BoardAsync(), "film.gif", film.GifsaveBuffer(pageHeight: first.Height));
        using var stored = Image.GifloadBuffer(await File.ReadAllBytesAsync(forum.Service<FileStore>().PathOf(done.Value.StoredAs)), n: -1);
        Assert.Equal(2, (int)stored.Get("n-pages"));
        Assert.Equal((60, 40), (done.Value.Width, done.Value.Height));
    }

    private static IEnumerable<string> Left(Forum forum, string name, ForumEngine.Attachments.Attachment file)
    {
        foreach (var form in (string?[])[null, "large", "thumb"])
        {
            var path = forum.Service<FileStore>().PathOf(file.StoredAs, form);
            if (!File.Exists(path)) continue;
            var bytes = File.ReadAllBytes(path);
            foreach (var field in Uploads.Baggage(bytes).Concat(Code(bytes))) yield return $"{name} ({form ?? "whole"}) still holds {field}";
        }
    }

    private static IEnumerable<string> Code(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return ((string[])["<?php", "<script", "PK\u0003\u0004", "alert(", "/etc/passwd"]).Where(c => text.Contains(c, StringComparison.OrdinalIgnoreCase));
    }

    private static Sample Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return new Sample(json.GetProperty("file").GetString()!, json.GetProperty("expect").GetString()!);
    }
}
