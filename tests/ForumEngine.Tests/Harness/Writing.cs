using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;

namespace ForumEngine.Tests.Harness;

/// <summary>The use cases of writing in a line each.</summary>
public static class Writing
{
    public static Task<Outcome<PostPlace>> StartAsync(
        this TestForum forum, Viewer who, Board board, string title = "A title", string body = "Some text", Guid? submission = null, PostChoices? choices = null) =>
        forum.Use<StartThread, Outcome<PostPlace>>(u => u.RunAsync(who, new NewThread(board.Id, title, body, null, submission) { Choices = choices ?? PostChoices.Usual }, default));

    public static Task<Outcome<PostPlace>> ReplyAsync(this TestForum forum, Viewer who, Thread thread, string body = "An answer", Guid? submission = null, long? quote = null) =>
        forum.Use<ReplyToThread, Outcome<PostPlace>>(u => u.RunAsync(who, new Reply(thread.Id, body, quote, submission), default));

    public static Task<Outcome<PostPlace>> EditAsync(this TestForum forum, Viewer who, long postId, string body, string? title = null, int? version = null) =>
        forum.Use<EditPost, Outcome<PostPlace>>(u => u.RunAsync(who, new PostEdit(postId, title, body, null, version), default));

    /// <summary>No waiting between posts, and what is said may be said again.</summary>
    public static async Task WithoutWaitingAsync(this TestForum forum)
    {
        foreach (var limit in (string[])["Flood.PostsPerHour", "Flood.ThreadsPerHour", "Flood.DuplicateHours", "Flood.NewMemberDays", "Flood.NewMemberPosts"])
            await forum.SetAsync(limit, "0");
        await forum.SetAsync("Posting.FloodSeconds", "0");
        await forum.SetAsync("Posting.NewMemberWaitMinutes", "0");
    }
}
