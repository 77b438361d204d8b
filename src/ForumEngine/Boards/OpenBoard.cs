using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Takes the password of a board from somebody who may know of it.</summary>
public sealed class OpenBoard(ForumDb db, BoardTrees trees, IPasswordHasher<Member> hasher, AddressLimit limit)
{
    /// <summary>From one address at one board; the password is everybody's, so no account can be held back for it.</summary>
    private const int Tries = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>The board, when it asks this viewer for a password; else null.</summary>
    public async Task<BoardNode?> AskingAsync(Viewer who, int boardId, CancellationToken cancel)
    {
        if ((await trees.CurrentAsync(cancel)).Find(boardId) is not { } board || !who.MayKnow(board)) return null;
        return BoardAccess.Decide(who, BoardRight.View, board).By == DecidedBy.Password ? board : null;
    }

    /// <summary>The key that the viewer carries from now on (<see cref="Viewer.BoardKeys"/>).</summary>
    public async Task<Outcome<string>> RunAsync(Viewer who, int boardId, string? typed, CancellationToken cancel)
    {
        if (await AskingAsync(who, boardId, cancel) is null) return Refusal.NotFound;
        if (limit.Take($"board-{boardId}", who.Address, Tries, Window) is { } wait) return Refusal.TooSoon(wait);
        var hash = await db.Boards.Where(b => b.Id == boardId).Select(b => b.PasswordHash).SingleOrDefaultAsync(cancel);
        if (hash is null) return Refusal.NotFound;
        return typed is { Length: <= SetBoardPassword.MaxLength } && hasher.VerifyHashedPassword(SetBoardPassword.Nobody, hash, typed) != PasswordVerificationResult.Failed
            ? BoardLock.KeyOf(hash) : Refusal.Invalid("Password", "BoardPasswordWrong");
    }
}
