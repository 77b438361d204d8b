namespace ForumEngine.Sanctions;

/// <summary>Why a sanction isn't shown in the darkroom (features.md B1: minors, legal requests).</summary>
public enum PrivacyReason
{
    Minor = 1,
    LegalRequest = 2,
    Other = 3,
}
