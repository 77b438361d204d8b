using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Avatars;

/// <summary>An avatar that a clean-up took, or that came back: <paramref name="IsBack"/> is the clean-up taken back.</summary>
internal sealed record AvatarTurned(int MemberId, int Version, bool IsBack);

/// <summary>
/// Lays the files of an avatar that was taken away aside, so that its address, which asks no database, answers with them no more, and
/// back where it is worn again. Goes by what is so now, so that it may come late, twice or in the wrong order.
/// </summary>
internal sealed class SettleAvatar(AvatarFiles files) : IOutboxHandler
{
    private const string Name = "avatar.turned";

    public string Kind => Name;
    public bool InTransaction => true;

    public static void Ask(ForumDb db, AvatarTurned turned, DateTime now) => Outbox.Add(db, Name, turned, now);

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads)
        {
            if (JsonSerializer.Deserialize<AvatarTurned>(payload) is not { } turned) continue;
            var worn = await db.Members.Where(m => m.Id == turned.MemberId).Select(m => m.AvatarVersion).SingleOrDefaultAsync(cancel) == turned.Version;
            if (worn) files.PutBack(turned.MemberId, turned.Version);
            // The member has chosen another since.
            else if (turned.IsBack) files.Delete(turned.MemberId, turned.Version);
            else files.LayAside(turned.MemberId, turned.Version);
        }
    }
}
