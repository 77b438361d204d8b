namespace ForumEngine.Sanctions;

/// <summary>
/// Which parts of a profile a sanction of a kind may empty, and which its form has ticked (features.md B1). Posts may go with every kind.
/// Pure; the form and the use case ask the same.
/// </summary>
public sealed record CleanUpChoices(ProfileParts Offered, ProfileParts Usual)
{
    private const ProfileParts Texts = ProfileParts.Signature | ProfileParts.Bio;
    private const ProfileParts All = Texts | ProfileParts.Avatar | ProfileParts.CustomTitle;

    public static CleanUpChoices For(SanctionKind kind) => kind switch
    {
        // Links stand in texts, and the signature is under every post.
        SanctionKind.NoLinks => new(Texts, ProfileParts.Signature),
        // What is written from now on is looked at; what stands in the texts is not.
        SanctionKind.Review => new(Texts, ProfileParts.None),
        SanctionKind.Mute => new(All, ProfileParts.None),
        // Who is gone needs no advertising space.
        SanctionKind.Block => new(All, ProfileParts.Avatar | ProfileParts.Signature),
        // Somebody else may have got hold of the account: its owner finds the profile as it was.
        _ => new(ProfileParts.None, ProfileParts.None),
    };
}
