using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Gives a board a password, another one, or takes it away. Nobody ever reads it again, not even in the log.</summary>
public sealed class SetBoardPassword(ForumDb db, IPasswordHasher<Member> hasher, Versions versions)
{
    public const int MinLength = 4;
    public const int MaxLength = 64;

    internal static readonly Member Nobody = new() { UserName = "" };

    /// <summary>Null takes it away.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, string? password, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        if (password is not null && password.Length is < MinLength or > MaxLength) return Refusal.Invalid("Password", "BoardPasswordLength", MinLength, MaxLength);
        var hash = password is null ? null : hasher.HashPassword(Nobody, password);
        var found = await db.InTransactionAsync(async () =>
        {
            if (await db.Boards.AsTracking().SingleOrDefaultAsync(b => b.Id == boardId && b.GoneAt == null, cancel) is not { } board) return false;
            if (board.PasswordHash is null && hash is null) return true;
            var had = board.PasswordHash is not null;
            board.PasswordHash = hash;
            board.Version++;
            db.Log(who, "board.password", boardId: boardId, details: BoardLog.Json(new { from = had, to = hash is not null }));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Boards, cancel);
            return true;
        }, cancel);
        versions.Forget();
        return found ? null : Refusal.NotFound;
    }
}
