namespace ForumEngine.Web.Mvc;

/// <summary>A list with nothing in it (_Empty.cshtml): one sentence and at most one thing to do.</summary>
public sealed record Empty(string Text, FrameLink? Action = null);
