using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>Every attachment's bytes lie in the store, as many as its row says. Looks at each file once, opens none.</summary>
internal sealed class FileBytesCheck(FileStore store) : Check("file.bytes")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var wrong = new List<string>();
        var files = db.Attachments.OrderBy(a => a.Id).Select(a => new { a.Id, a.StoredAs, a.Bytes });
        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var there = new FileInfo(store.PathOf(file.StoredAs));
            if (!there.Exists) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"file {file.Id} is gone"));
            else if (there.Length != file.Bytes) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"file {file.Id} has {there.Length} bytes, not {file.Bytes}"));
        }
        return Found(wrong);
    }
}
