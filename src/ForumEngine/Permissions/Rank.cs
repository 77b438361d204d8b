namespace ForumEngine.Permissions;

/// <summary>Nobody acts on an equal or higher rank (features.md B0).</summary>
public enum Rank
{
    Member = 0,

    /// <summary>Acts in the boards given to them.</summary>
    Moderator = 1,

    /// <summary>Acts in all boards.</summary>
    SuperModerator = 2,
    Administrator = 3,

    /// <summary>An administrator whom no other administrator can demote.</summary>
    Founder = 4,
}
