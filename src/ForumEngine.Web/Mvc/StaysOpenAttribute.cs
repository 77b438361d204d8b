namespace ForumEngine.Web.Mvc;

/// <summary>Answers while the site is closed or read-only too: signing in and out, what an account needs to be safe, legal pages, what machines ask first.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StaysOpenAttribute : Attribute;
