using ForumEngine.Storage;

namespace ForumEngine.Tests.Harness;

/// <summary>
/// A migrated database of one's own, with the default groups and nothing else. SQLite: a copy of a file that was migrated once;
/// MariaDB and MySQL: a schema from a pool, wiped before it is used again, since migrating one costs seconds.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> giveBack;

    internal TestDatabase(Db kind, DatabaseOptions options, Func<ValueTask> giveBack)
    {
        (Kind, Options, this.giveBack) = (kind, options, giveBack);
    }

    public Db Kind { get; }
    public DatabaseOptions Options { get; }

    public static Task<TestDatabase> OpenAsync(Db kind) => kind == Db.Sqlite ? SqliteFiles.CopyAsync() : ServerSchemas.RentAsync(kind);

    public ValueTask DisposeAsync() => giveBack();
}
