namespace ForumEngine.Web.Mvc;

/// <summary>Who may call an action at all; the use case checks the rest. Every action says it: a test fails on one that doesn't.</summary>
public enum Audience
{
    /// <summary>Guests too.</summary>
    Everyone,

    /// <summary>Also those who are blocked: signing in and out, appeals, legal pages.</summary>
    EvenBlocked,
    Members,
    Staff,

    /// <summary>Administrators who have given their password again.</summary>
    Administrators,
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AccessAttribute(Audience audience) : Attribute
{
    public Audience Audience { get; } = audience;
}
