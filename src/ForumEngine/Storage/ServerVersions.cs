using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Storage;

/// <summary>
/// What server answers, detected at the first connection that works and kept. Asking throws while the database is down,
/// which the site turns into 503; the next request asks again.
/// </summary>
public sealed class ServerVersions(DatabaseOptions options)
{
    private volatile ServerVersion? known;

    public ServerVersion Current => known ??= ServerVersion.AutoDetect(options.ConnectionString);
}
