using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Sanctions;

/// <summary>
/// Rung after the commit of a sanction or a lift: the member's card is read again at once on this node, and whoever listens
/// (the live connections of open pages) hears it. Other nodes see <see cref="Kinds.Sanctions"/> move within a second.
/// </summary>
public sealed class SanctionBell(Viewers viewers, Versions versions)
{
    /// <summary>With the member's id; must not throw nor wait.</summary>
    public event Action<int>? Rung;

    public void Ring(int memberId)
    {
        viewers.Forget(memberId);
        versions.Forget();
        Rung?.Invoke(memberId);
    }
}
