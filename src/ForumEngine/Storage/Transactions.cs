using System.Data;
using ForumEngine.Permissions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace ForumEngine.Storage;

/// <summary>The one way to write more than one row.</summary>
public static class Transactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and retries it whole on deadlocks and lost connections.
    /// The change tracker is cleared first: without it a retry writes the post twice.
    /// A <see cref="Refusal"/> as the result rolls back. Not to be nested.
    /// </summary>
    public static async Task<T> InTransactionAsync<T>(this ForumDb db, Func<Task<T>> work, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return await db.RunAsync(work, cancel);
        var gate = WriteGate.For(db.Database.GetConnectionString() ?? "");
        await gate.WaitAsync(cancel);
        try
        {
            return await db.RunAsync(work, cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public static Task InTransactionAsync(this ForumDb db, Func<Task> work, CancellationToken cancel) =>
        db.InTransactionAsync(async () => { await work(); return true; }, cancel);

    private static Task<T> RunAsync<T>(this ForumDb db, Func<Task<T>> work, CancellationToken cancel) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(
                db.Database.IsSqlite() ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancel);
            var result = await work();
            if (result is Refusal or IOutcome { Refusal: not null }) await transaction.RollbackAsync(cancel);
            else await transaction.CommitAsync(cancel);
            return result;
        });

    /// <summary>
    /// True when a unique key refused the row. Key names differ per server and are not parsed: the caller looks up
    /// what it expected to find and rethrows when it isn't there.
    /// </summary>
    public static bool IsDuplicateKey(this Exception error) => (error is DbUpdateException ? error.InnerException : error) switch
    {
        MySqlException { ErrorCode: MySqlErrorCode.DuplicateKeyEntry } => true,
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        _ => false,
    };
}
