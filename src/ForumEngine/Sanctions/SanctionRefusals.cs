using System.Globalization;
using ForumEngine.Permissions;

namespace ForumEngine.Sanctions;

/// <summary>What a sanctioned member is told: what, why, until when.</summary>
public static class SanctionRefusals
{
    public static Refusal Refusal(this SanctionInForce sanction) => Permissions.Refusal.Forbidden(
        sanction.Until is null ? $"{sanction.Kind}ForEver" : $"{sanction.Kind}Until",
        sanction.Reason, sanction.Until?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "");
}
