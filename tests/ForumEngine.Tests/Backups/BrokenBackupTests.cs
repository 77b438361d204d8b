using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ForumEngine.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Tests.Backups;

/// <summary>A file that isn't what was written is told as such, and nothing is changed.</summary>
public sealed class BrokenBackupTests : IAsyncLifetime
{
    private static readonly Lazy<Task<byte[]>> Whole = new(MakeAsync);
    private readonly BackupFile file = new();
    private EmptyForum? target;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(file.Path, await Whole.Value);
        target = await EmptyForum.OpenAsync(Db.Sqlite, new DateTimeOffset(2026, 5, 5, 0, 0, 0, TimeSpan.Zero));
    }

    public async ValueTask DisposeAsync()
    {
        await target!.DisposeAsync();
        file.Dispose();
    }

    private static async Task<byte[]> MakeAsync()
    {
        await using var forum = await Backups.FilledAsync(Db.Sqlite);
        using var made = new BackupFile();
        Assert.Null((await forum.BackUpAsync(made.Path)).Refusal);
        return await File.ReadAllBytesAsync(made.Path);
    }

    private async Task IsRefusedAsync(string code)
    {
        Assert.Equal(code, (await target!.RestoreAsync(file.Path)).Refusal?.Code);
        Assert.False(await target!.Rows(async d => await d.GetService<IRelationalDatabaseCreator>().ExistsAsync()), "the database was touched");
        Assert.Empty(Backups.FilesOf(target.Files));
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(file.Path);
        foreach (var part in (double[])[0.99, 0.9, 0.5, 0.1])
        {
            await File.WriteAllBytesAsync(file.Path, whole[..(int)(whole.Length * part)]);
            await IsRefusedAsync("BackupBroken");
        }
        await File.WriteAllBytesAsync(file.Path, whole[..700]);
        await IsRefusedAsync("NotABackup");
        await File.WriteAllBytesAsync(file.Path, []);
        await IsRefusedAsync("NotABackup");
        File.Delete(file.Path);
        await IsRefusedAsync("NoFile");
    }

    [Fact]
    public async Task A_byte_that_has_changed_in_rows_or_files_is_found()
    {
        foreach (var part in (string[])["tables/posts/000001.jsonl.gz", "tables/members/000001.jsonl.gz", "files/", "gone.txt"])
        {
            var whole = await File.ReadAllBytesAsync(file.Path);
            await RewriteAsync((name, bytes) =>
            {
                if (!name.StartsWith(part, StringComparison.Ordinal)) return (name, bytes);
                return (name, bytes.Length == 0 ? [1] : [.. bytes[..(bytes.Length / 2)], (byte)(bytes[bytes.Length / 2] ^ 1), .. bytes[(bytes.Length / 2 + 1)..]]);
            });
            await IsRefusedAsync("BackupBroken");
            await File.WriteAllBytesAsync(file.Path, whole);
        }
    }

    [Fact]
    public async Task Noise_in_any_place_is_an_answer_and_no_error()
    {
        var whole = await File.ReadAllBytesAsync(file.Path);
        for (var at = 0; at < whole.Length; at += whole.Length / 150)
        {
            var noisy = (byte[])whole.Clone();
            for (var i = at; i < Math.Min(noisy.Length, at + 40); i++) noisy[i] ^= 0x5A;
            await File.WriteAllBytesAsync(file.Path, noisy);
            var read = await ReadBackup.VerifyAsync(file.Path, null, default);
            Assert.True(read.Refusal is null or { Code: "BackupBroken" or "NotABackup" }, read.Refusal?.Code);
        }
    }

    [Theory]
    [InlineData("files/../../etc/passwd")]
    [InlineData("files//etc/passwd")]
    [InlineData("files/ab/../../../evil")]
    [InlineData("files/.hidden")]
    [InlineData("files/tmp/evil")]
    [InlineData("files/ab\\..\\evil")]
    [InlineData("/etc/passwd")]
    [InlineData("../evil")]
    [InlineData("tables/posts;drop/000001.jsonl.gz")]
    public async Task A_name_that_leads_elsewhere_is_refused(string evil)
    {
        var isFirst = true;
        await RewriteAsync((name, bytes) =>
        {
            if (!isFirst || !name.StartsWith("files/", StringComparison.Ordinal)) return (name, bytes);
            isFirst = false;
            return (evil, bytes);
        });
        await IsRefusedAsync("BackupBroken");
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        await RewriteAsync((name, bytes) => (name, bytes), tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "files/ab/cd/link") { LinkName = "/etc/passwd" }));
        await IsRefusedAsync("BackupBroken");
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(file.Path);
        await ChangeHeadAsync(head => head["format"] = 2);
        await IsRefusedAsync("NewerFormat");
        await File.WriteAllBytesAsync(file.Path, whole);
        await ChangeHeadAsync(head => head["schema"] = "AddTimeTravel");
        await IsRefusedAsync("NewerSchema");
    }

    [Fact]
    public async Task Another_archive_is_no_backup()
    {
        File.Delete(file.Path);
        await using (var zip = await ZipFile.OpenAsync(file.Path, ZipArchiveMode.Create))
        await using (var entry = await zip.CreateEntry("forum-backup.json").OpenAsync()) await entry.WriteAsync("{}"u8.ToArray());
        await IsRefusedAsync("NotABackup");
    }

    [Fact]
    public async Task Rows_that_the_schema_refuses_leave_the_database_empty()
    {
        await RewriteRowsAsync("posts", rows => rows.Replace("[", "[null,", StringComparison.Ordinal));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => target!.RestoreAsync(file.Path));
        Assert.True(error is FormatException or InvalidDataException or System.Text.Json.JsonException, error.ToString());
        Assert.Empty(await target!.Rows(async d => (await d.Database.GetAppliedMigrationsAsync()).ToList()));
        Assert.Empty(Backups.FilesOf(target.Files));
    }

    /// <summary>As somebody would who knows the format and mends the hashes.</summary>
    private async Task RewriteRowsAsync(string table, Func<string, string> change)
    {
        var hash = "";
        await RewriteAsync((name, bytes) =>
        {
            if (name == $"tables/{table}/000001.jsonl.gz")
            {
                using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var reader = new StreamReader(gzip);
                using var packed = new MemoryStream();
                using (var again = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) again.Write(Encoding.UTF8.GetBytes(change(reader.ReadToEnd())));
                bytes = packed.ToArray();
                hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            }
            if (name != "manifest.json") return (name, bytes);
            var manifest = JsonNode.Parse(bytes)!;
            manifest["tables"]!.AsArray().Single(t => (string)t!["name"]! == table)!["parts"]![0] = hash;
            return (name, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
        });
    }

    private Task ChangeHeadAsync(Action<JsonNode> change) => RewriteAsync((name, bytes) =>
    {
        if (name is not ("forum-backup.json" or "manifest.json")) return (name, bytes);
        var json = JsonNode.Parse(bytes)!;
        change(name == "manifest.json" ? json["head"]! : json);
        return (name, Encoding.UTF8.GetBytes(json.ToJsonString()));
    });

    private async Task RewriteAsync(Func<string, byte[], (string, byte[])> change, Action<TarWriter>? more = null)
    {
        var changed = file.Path + ".changed";
        await using (var input = new TarReader(File.OpenRead(file.Path)))
        await using (var output = new TarWriter(File.Create(changed)))
            while (await input.GetNextEntryAsync(copyData: true) is { } entry)
            {
                using var data = new MemoryStream();
                if (entry.DataStream is { } stream) await stream.CopyToAsync(data);
                if (entry.Name == "manifest.json") more?.Invoke(output);
                var (name, bytes) = change(entry.Name, data.ToArray());
                await output.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
            }
        File.Move(changed, file.Path, overwrite: true);
    }
}
