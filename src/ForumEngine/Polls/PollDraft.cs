namespace ForumEngine.Polls;

/// <summary>A poll as its form sends it.</summary>
public sealed record PollDraft;
