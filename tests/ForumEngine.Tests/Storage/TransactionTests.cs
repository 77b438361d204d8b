using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Storage;

public sealed class TransactionTests
{
    /// <summary>The servers pick one as the victim; the strategy runs it again, and the change tracker must not bring its row twice.</summary>
    [Theory, EveryDatabase]
    public async Task Two_that_lock_each_other_out_both_get_through_and_write_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var first = await forum.CategoryAsync("first");
        var second = await forum.CategoryAsync("second");
        await Task.WhenAll(BothAsync(first.Id, second.Id), BothAsync(second.Id, first.Id));
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "test")));
        Assert.Equal([2, 2], await forum.Rows(d => d.Boards.Select(b => b.Position).ToListAsync()));

        Task<bool> BothAsync(int one, int other) => forum.Rows(d => d.InTransactionAsync(async () =>
        {
            await Bump(d, one);
            await Task.Delay(300);
            d.Log(Viewers.ForSystem("test", forum.Now), "test");
            await Bump(d, other);
            await d.SaveChangesAsync();
            return true;
        }, default));

        static Task<int> Bump(ForumDb d, int id) => d.Boards.Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Position, x => x.Position + 1));
    }

    [Theory, EveryDatabase]
    public async Task What_fails_leaves_nothing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await Assert.ThrowsAsync<FormatException>(() => forum.Rows<bool>(d => d.InTransactionAsync<bool>(async () =>
        {
            d.Log(forum.System, "test");
            await d.SaveChangesAsync();
            throw new FormatException();
        }, default)));
        Assert.False(await forum.Rows(d => d.StaffActs.AnyAsync(a => a.Act == "test")));
    }

    [Theory, EveryDatabase]
    public async Task Sixty_four_writers_wait_for_each_other_instead_of_failing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => forum.Rows(d => d.InTransactionAsync(async () =>
        {
            await Versions.BumpAsync(d, Kinds.Boards, default);
            d.Log(forum.System, "test");
            await d.SaveChangesAsync();
            return true;
        }, default)))));
        Assert.Equal(64, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "test")));
    }

    [Theory, EveryDatabase]
    public async Task A_duplicate_key_is_known_as_one(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.MemberAsync("same");
        var error = await Assert.ThrowsAsync<DbUpdateException>(() => forum.MemberAsync("SAME"));
        Assert.True(error.IsDuplicateKey());
    }

    [Theory, EveryDatabase]
    public async Task A_missing_parent_is_refused_and_is_no_duplicate_key(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var error = await Assert.ThrowsAsync<DbUpdateException>(() => forum.MemberAsync("orphan", group: 4711));
        Assert.False(error.IsDuplicateKey());
    }
}
