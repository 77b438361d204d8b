using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>What keeps a board from readers who have the right: a password, and how long and how much they have been here.</summary>
public sealed record BoardLock(string? Key, int AskPosts, int AskDays, IReadOnlySet<int> Exempt)
{
    public static BoardLock? Of(Board board) => board is { PasswordHash: null, AskPosts: 0, AskDays: 0 } ? null
        : new BoardLock(board.PasswordHash is { } hash ? KeyOf(hash) : null, board.AskPosts, board.AskDays,
            board.AskExempt.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet());

    /// <summary>What a viewer carries who has given the password; another password makes another key.</summary>
    public static string KeyOf(string hash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash)))[..32];

    public bool AsksPassword(Viewer viewer) => Key is not null && !viewer.BoardKeys.Contains(Key);

    public bool AsksMore(Viewer viewer) =>
        (AskPosts > 0 || AskDays > 0) && !viewer.GroupIds.Any(Exempt.Contains)
        && (viewer.IsGuest || viewer.Posts < AskPosts || viewer.JoinedAt.AddDays(AskDays) > viewer.Now);
}
