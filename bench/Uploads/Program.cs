// What uploads of photos cost: bench/uploads makes 20 of 8 MB, then takes them in, four at once, by the engine's own path
// (everything but HTTP and the row).
using System.Diagnostics;
using System.Globalization;
using ForumEngine.Attachments;
using ForumEngine.Pictures;
using ForumEngine.Storage;
using NetVips;

var (verb, folder) = (args[0], args[1]);
if (verb == "make") Make(folder);
else await RunAsync(folder);

static void Make(string folder)
{
    Directory.CreateDirectory(folder);
    for (var n = 0; n < 20; n++)
    {
        using var noise = Image.Gaussnoise(6000, 4000, sigma: 9, mean: 0, seed: n);
        using var slope = Image.Xyz(6000, 4000)[0] * (160.0 / 6000) + 40;
        using var grey = (noise + slope).Cast(Enums.BandFormat.Uchar);
        using var photo = grey.Bandjoin((grey * 0.8).Cast(Enums.BandFormat.Uchar), (grey * 0.6).Cast(Enums.BandFormat.Uchar)).Copy(interpretation: Enums.Interpretation.Srgb);
        // Every second one was held upright.
        using var held = photo.Mutate(m => m.Set(GValue.GIntType, "orientation", n % 2 == 0 ? 1 : 6));
        byte[] bytes = [];
        for (var quality = 94; quality > 40 && (bytes.Length == 0 || bytes.Length > 8_600_000); quality -= 3) bytes = held.JpegsaveBuffer(q: quality);
        File.WriteAllBytes(Path.Combine(folder, $"{n:00}.jpg"), bytes);
    }
}

static async Task RunAsync(string folder)
{
    var photos = Directory.GetFiles(folder, "*.jpg").Order().ToArray();
    var store = Directory.CreateTempSubdirectory("forum-uploads-");
    using var pictures = new PictureDesk();
    var stage = new StageFile(new FileStore(new FileStoreOptions(store.FullName)), pictures);
    var idle = Peak();
    var clock = Stopwatch.StartNew();
    await Parallel.ForEachAsync(photos, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (photo, cancel) =>
    {
        await using var content = File.OpenRead(photo);
        var done = await stage.RunAsync(content, Path.GetFileName(photo), AttachmentRules.HardLimit, cancel);
        if (done.Refusal is { } refused) throw new InvalidOperationException($"{photo}: {refused.Code}");
    });
    var bytes = photos.Sum(p => new FileInfo(p).Length);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{photos.Length} photos, {bytes / 1e6 / photos.Length:0.0} MB and 24 megapixels each: {clock.Elapsed.TotalSeconds:0.0} s; peak {Peak()} MB, {Peak() - idle} MB over idle"));
    store.Delete(recursive: true);
}

// The process's largest resident set so far.
static long Peak() => long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
    CultureInfo.InvariantCulture) / 1024;
