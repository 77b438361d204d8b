using System.Security.Cryptography;
using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Setup;

/// <summary>Fills a site that was set up with a large community to measure on: members bench1, bench2, … with one password.</summary>
public sealed class SeedBench(ForumDb db, IdSource ids, Versions versions, IPasswordHasher<Member> hasher, TimeProvider clock)
{
    private const int MembersPerTransaction = 1000;

    /// <summary>Refuses with <c>HasThreads</c>, <c>NotSetUp</c>, or <c>WrongOrder</c> and the field. <paramref name="progress"/> tells posts written.</summary>
    public async Task<Refusal?> RunAsync(BenchOrder order, IProgress<int> progress, CancellationToken cancel)
    {
        if (order.Wrong() is { } field) return Refusal.Invalid(field, "WrongOrder");
        if (!await db.Groups.AnyAsync(cancel)) return Refusal.Invalid("", "NotSetUp");
        if (await db.Threads.AnyAsync(cancel)) return Refusal.Invalid("", "HasThreads");

        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var words = new BenchWords(order.Seed);
        var plan = new BenchPlan(order, clock.Now());
        var boards = await AddBoardsAsync(order, words, cancel);
        var firstMember = await AddMembersAsync(order, plan, cancel);
        var firstPost = await ids.TakeAsync(order.Posts, cancel);
        await new BenchWriter(db, plan, words, boards, firstMember, 1, firstPost).RunAsync(progress, cancel);
        await db.InTransactionAsync(async () =>
        {
            await CheckForum.RunAllAsync(db, clock, repair: true, cancel);
            await Versions.BumpAsync(db, Kinds.Boards, cancel);
        }, cancel);
        versions.Forget();
        return null;
    }

    private async Task<int[]> AddBoardsAsync(BenchOrder order, BenchWords words, CancellationToken cancel)
    {
        var id = await db.Boards.MaxAsync(b => (int?)b.Id, cancel) ?? 0;
        var category = new Board { Id = ++id, Kind = BoardKind.Category, Name = "Bench", Position = 100 };
        var boards = Enumerable.Range(0, order.Boards).Select(i => new Board
        {
            Id = ++id,
            ParentId = category.Id,
            Kind = BoardKind.Board,
            Name = words.BoardName(i),
            Position = i,
        }).ToList();
        await db.InTransactionAsync(async () =>
        {
            db.Boards.Add(category);
            db.Boards.AddRange(boards);
            db.BoardStats.AddRange(boards.Append(category).Select(b => new BoardStats { BoardId = b.Id, Today = DateOnly.FromDateTime(clock.Now()) }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return [.. boards.Select(b => b.Id)];
    }

    private async Task<int> AddMembersAsync(BenchOrder order, BenchPlan plan, CancellationToken cancel)
    {
        var hash = hasher.HashPassword(new Member(), order.Password ?? RandomNumberGenerator.GetHexString(32));
        var first = (await db.Members.MaxAsync(m => (int?)m.Id, cancel) ?? 0) + 1;
        foreach (var chunk in Enumerable.Range(0, order.Members).Chunk(MembersPerTransaction))
            await db.InTransactionAsync(async () =>
            {
                db.Members.AddRange(chunk.Select(i => MemberOf(i, first, plan, hash)));
                await db.SaveChangesAsync(cancel);
            }, cancel);
        return first;
    }

    private static Member MemberOf(int number, int first, BenchPlan plan, string passwordHash)
    {
        var name = BenchWriter.Name(number);
        var member = NewMember.Create(name, $"{name}@example.invalid", plan.JoinedAt(number));
        (member.Id, member.GroupId, member.PasswordHash) = (first + number, Group.Newcomers + number % 5, passwordHash);
        return member;
    }
}
