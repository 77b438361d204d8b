namespace ForumEngine.Sanctions;

/// <summary>What a viewer carries of a sanction: enough to refuse and to say why and until when.</summary>
public sealed record SanctionInForce(int Id, SanctionKind Kind, int? BoardId, string Reason, DateTime From, DateTime? Until)
{
    public bool Holds(DateTime now) => From <= now && (Until is null || now < Until);
}

public static class SanctionKinds
{
    public static bool StopsWriting(this SanctionKind kind) => kind >= SanctionKind.Mute;

    public static bool StopsVisiting(this SanctionKind kind) => kind >= SanctionKind.Block;
}
