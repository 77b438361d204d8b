namespace ForumEngine.Web.Threads;

/// <summary>Names the texts of thread lists, threads and posts: ThreadText.resx, ThreadText.en.resx.</summary>
public sealed class ThreadText;
