using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ForumEngine.Backups;

/// <summary>Writes the parts of a backup one after the other; nothing is held in memory but the part at hand.</summary>
internal sealed class BackupTar(Stream output, DateTime madeAt) : IAsyncDisposable
{
    private readonly TarWriter tar = new(output, TarEntryFormat.Pax, leaveOpen: true);
    private readonly IncrementalHash files = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int count;
    private long bytes;

    public FilesNote Files => new(count, bytes, Convert.ToHexStringLower(files.GetCurrentHash()));

    public Task AddJsonAsync<T>(string name, T value, CancellationToken cancel) =>
        AddAsync(name, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, BackupFormat.Json)), cancel);

    public async Task AddAsync(string name, Stream content, CancellationToken cancel) =>
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content,
            ModificationTime = new DateTimeOffset(madeAt, TimeSpan.Zero),
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }, cancel);

    public async Task AddFileAsync(string name, Stream content, CancellationToken cancel)
    {
        await using var hashed = new HashedStream(content);
        await AddAsync(BackupFormat.Files + name, hashed, cancel);
        Sum(files, name, hashed.Length, hashed.Sha256);
        count++;
        bytes += hashed.Length;
    }

    /// <summary>Names that a restore leaves out.</summary>
    public async Task AddGoneAsync(Stream names, CancellationToken cancel)
    {
        await using var hashed = new HashedStream(names);
        await AddAsync(BackupFormat.Gone, hashed, cancel);
        Sum(files, BackupFormat.Gone, hashed.Length, hashed.Sha256);
    }

    public static void Sum(IncrementalHash sum, string name, long length, string sha256) =>
        sum.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\0{length}\0{sha256}\n")));

    public async ValueTask DisposeAsync()
    {
        await tar.DisposeAsync();
        files.Dispose();
    }
}

/// <summary>Hashes what is read through it, from its beginning to its end.</summary>
internal sealed class HashedStream(Stream inner) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Of what has been read so far.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => inner.Length;
    public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        hash.AppendData(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        hash.AppendData(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }
}
