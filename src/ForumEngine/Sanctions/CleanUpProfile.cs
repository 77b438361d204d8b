using System.Text.Json;
using ForumEngine.Avatars;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What a clean-up emptied of a profile, kept to be put back.</summary>
internal sealed record CleanUpProfile(int Avatar, string Signature, string Bio, string Location, string CustomTitle)
{
    /// <summary>Empties the parts and answers what stood there, as JSON. An avatar's files are laid aside, so that it can come back.</summary>
    public static async Task<string> EmptyAsync(ForumDb db, int memberId, ProfileParts parts, DateTime now, CancellationToken cancel)
    {
        if (parts == ProfileParts.None) return "";
        var row = db.Members.Where(m => m.Id == memberId);
        if (await row.Select(m => new CleanUpProfile(m.AvatarVersion, m.Signature, m.Bio, m.Location, m.CustomTitle)).SingleOrDefaultAsync(cancel) is not { } before) return "";
        bool avatar = parts.HasFlag(ProfileParts.Avatar), signature = parts.HasFlag(ProfileParts.Signature), bio = parts.HasFlag(ProfileParts.Bio);
        var title = parts.HasFlag(ProfileParts.CustomTitle);
        await row.ExecuteUpdateAsync(m => m
            .SetProperty(x => x.AvatarVersion, x => avatar ? 0 : x.AvatarVersion)
            .SetProperty(x => x.Signature, x => signature ? "" : x.Signature).SetProperty(x => x.SignatureHtml, x => signature ? "" : x.SignatureHtml)
            .SetProperty(x => x.Bio, x => bio ? "" : x.Bio).SetProperty(x => x.Location, x => bio ? "" : x.Location)
            .SetProperty(x => x.CustomTitle, x => title ? "" : x.CustomTitle), cancel);
        if (avatar && before.Avatar > 0) SettleAvatar.Ask(db, new AvatarTurned(memberId, before.Avatar, false), now);
        return JsonSerializer.Serialize(new CleanUpProfile(avatar ? before.Avatar : 0, signature ? before.Signature : "", bio ? before.Bio : "",
            bio ? before.Location : "", title ? before.CustomTitle : ""));
    }

    /// <summary>Puts back what is still empty: what the member has chosen since stays.</summary>
    public static async Task RestoreAsync(ForumDb db, int memberId, string kept, DateTime now, CancellationToken cancel)
    {
        if (kept.Length == 0 || JsonSerializer.Deserialize<CleanUpProfile>(kept) is not { } before) return;
        if (before.Avatar > 0) SettleAvatar.Ask(db, new AvatarTurned(memberId, before.Avatar, true), now);
        // Version 0 is behind every renderer's, so the signature is rendered when it is next shown.
        await db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.AvatarVersion, x => x.AvatarVersion == 0 ? before.Avatar : x.AvatarVersion)
            .SetProperty(x => x.SignatureVersion, x => x.Signature == "" ? 0 : x.SignatureVersion), cancel);
        await db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.Signature, x => x.Signature == "" ? before.Signature : x.Signature)
            .SetProperty(x => x.Bio, x => x.Bio == "" ? before.Bio : x.Bio)
            .SetProperty(x => x.Location, x => x.Location == "" ? before.Location : x.Location)
            .SetProperty(x => x.CustomTitle, x => x.CustomTitle == "" ? before.CustomTitle : x.CustomTitle), cancel);
    }
}
