using System.Data.Common;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Storage;

/// <summary>A read that began before a commit and ends after it must not put back what was forgotten with the commit.</summary>
public sealed class ForgettingTests
{
    [Theory, EveryDatabase]
    public async Task Versions_read_before_a_commit_are_not_kept_after_it(Db db)
    {
        using var held = new HeldRead("kind_versions");
        await using var forum = await Forum.OpenAsync(db, s => s.AddSingleton<IInterceptor>(held));
        var versions = forum.Service<Versions>();
        var before = await versions.CurrentAsync(Kinds.Settings, default);
        versions.Forget();
        var early = held.HoldAsync(() => versions.CurrentAsync(Kinds.Settings, default).AsTask());
        await held.Reached;
        await forum.Rows(async d => { await Versions.BumpAsync(d, Kinds.Settings, default); return true; });
        versions.Forget();
        held.Release();
        await early;
        Assert.Equal(before + 1, await versions.CurrentAsync(Kinds.Settings, default));
    }

    [Theory, EveryDatabase]
    public async Task A_card_read_before_a_sanction_is_not_kept_after_it(Db db)
    {
        using var held = new HeldRead("sanctions");
        await using var forum = await Forum.OpenAsync(db, s => s.AddSingleton<IInterceptor>(held));
        var member = await forum.MemberAsync("somebody");
        var viewers = forum.Service<Viewers>();
        await viewers.GuestAsync(default);
        var early = held.HoldAsync(() => viewers.ForAsync(member.Id, null, 0, default).AsTask());
        await held.Reached;
        await forum.SanctionAsync(member, SanctionKind.Mute);
        held.Release();
        await early;
        Assert.NotNull((await viewers.ForAsync(member.Id, null, 0, default)).WritingBarredBy([]));
    }

    /// <summary>Holds the first query of a table that is asked inside <see cref="HoldAsync"/>, after the database has answered it.</summary>
    private sealed class HeldRead(string table) : DbCommandInterceptor, IDisposable
    {
        private readonly AsyncLocal<bool> here = new();
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly SemaphoreSlim released = new(0, 1);

        public Task Reached => reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public async Task<T> HoldAsync<T>(Func<Task<T>> read)
        {
            here.Value = true;
            return await read();
        }

        public void Release() => released.Release();

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancel = default)
        {
            if (here.Value && command.CommandText.Contains(table, StringComparison.Ordinal) && reached.TrySetResult()) await released.WaitAsync(TimeSpan.FromSeconds(20), cancel);
            return result;
        }

        public void Dispose() => released.Dispose();
    }
}
