using System.Security.Cryptography;
using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Setup;

/// <summary>Fills a site that was set up with the small believable community of Setup/Demo, to look at.</summary>
public sealed class SeedDemo(ForumDb db, IdSource ids, Versions versions, IPasswordHasher<Member> hasher, TimeProvider clock)
{
    /// <summary>
    /// Refuses with <c>HasThreads</c> or <c>NotSetUp</c>. The members share <paramref name="password"/>; without one nobody knows theirs.
    /// Threads of boards that the site hasn't are left out.
    /// </summary>
    public async Task<Outcome<int>> RunAsync(string? password, CancellationToken cancel)
    {
        if (!await db.Boards.AnyAsync(cancel)) return Refusal.Invalid("", "NotSetUp");
        if (await db.Threads.AnyAsync(cancel)) return Refusal.Invalid("", "HasThreads");
        var threads = DemoData.Threads;
        var firstId = await ids.TakeAsync(threads.Sum(t => 1 + t.Replies.Count), cancel);
        var hash = hasher.HashPassword(new Member(), password ?? RandomNumberGenerator.GetHexString(32));
        var posts = await db.InTransactionAsync(() => FillAsync(threads, firstId, hash, cancel), cancel);
        versions.Forget();
        return posts;
    }

    private async Task<int> FillAsync(IReadOnlyList<DemoThread> threads, long firstId, string passwordHash, CancellationToken cancel)
    {
        var now = clock.Now();
        var boards = await db.Boards.Where(b => b.Slug != null).ToDictionaryAsync(b => b.Slug!, cancel);
        var members = await AddMembersAsync(passwordHash, now, cancel);
        AddModerators(members, boards);
        var types = (await db.ThreadTypes.ToListAsync(cancel)).ToDictionary(t => (t.BoardId, t.Name), t => t.Id);
        var zone = (await SettingsSource.LoadAsync(db, cancel)).Zone();
        var writer = new DemoWriter(db, members, zone, now) { NextPostId = firstId };
        foreach (var thread in threads.Where(t => boards.ContainsKey(t.Board)))
        {
            var board = boards[thread.Board];
            writer.Add(thread, board, types.TryGetValue((board.Id, thread.Type ?? ""), out var type) ? type : null);
        }
        writer.AddSanctions(boards);
        writer.AddAnnouncements();
        await db.SaveChangesAsync(cancel);
        await Ledger.LockAsync(db, now, cancel);
        await SeenLastAsync(now, cancel);
        await CheckForum.RunAllAsync(db, clock, repair: true, cancel);
        foreach (var kind in new[] { Kinds.Boards, Kinds.Announcements }) await Versions.BumpAsync(db, kind, cancel);
        return (int)(writer.NextPostId - firstId);
    }

    private async Task<Dictionary<string, Member>> AddMembersAsync(string passwordHash, DateTime now, CancellationToken cancel)
    {
        var groups = DefaultGroups.Read();
        var number = 0;
        foreach (var plan in DemoData.Members)
        {
            var member = NewMember.Create(plan.Name, $"demo{++number}@example.invalid", now.AddDays(-plan.JoinedDaysAgo));
            (member.GroupId, member.PasswordHash) = (groups.IdOf(plan.Group), passwordHash);
            (member.Location, member.Bio) = (plan.Location, plan.Bio);
            db.Members.Add(member);
        }
        await db.SaveChangesAsync(cancel);
        return await db.Members.ToDictionaryAsync(m => m.UserName!, cancel);
    }

    private void AddModerators(Dictionary<string, Member> members, Dictionary<string, Board> boards)
    {
        foreach (var plan in DemoData.Members)
            foreach (var slug in plan.Moderates ?? [])
                if (boards.TryGetValue(slug, out var board))
                    db.BoardModerators.Add(new BoardModerator { BoardId = board.Id, MemberId = members[plan.Name].Id, Position = 1 });
    }

    /// <summary>Members were last seen when they last wrote.</summary>
    private Task<int> SeenLastAsync(DateTime now, CancellationToken cancel) =>
        db.Members.Where(m => db.Posts.Any(p => p.AuthorId == m.Id)).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.LastPostAt, x => db.Posts.Where(p => p.AuthorId == x.Id && p.CreatedAt <= now).Max(p => p.CreatedAt))
            .SetProperty(x => x.LastSeenAt, x => db.Posts.Where(p => p.AuthorId == x.Id && p.CreatedAt <= now).Max(p => p.CreatedAt)), cancel);
}
