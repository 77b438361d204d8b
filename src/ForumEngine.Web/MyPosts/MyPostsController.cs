using ForumEngine.MyPosts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.MyPosts;

/// <summary>我的帖子: what a member wrote, for themselves. Drafts and scheduled threads are tabs of their own controllers.</summary>
[Access(Audience.Members), Route("account/posts")]
public sealed class MyPostsController(MyPostsQuery query) : ForumController
{
    [HttpGet]
    public IActionResult Index() => Redirect("/account/posts/threads");

    [HttpGet("threads")]
    public async Task<IActionResult> Threads(long? before) => View("List", new MyPostsView("threads", await query.ThreadsAsync(Viewer, before, Cancel)));

    [HttpGet("replies")]
    public async Task<IActionResult> Replies(long? before) => View("List", new MyPostsView("replies", await query.RepliesAsync(Viewer, before, Cancel)));
}

/// <summary>A list under its tab, which is the last part of the address.</summary>
public sealed record MyPostsView(string Tab, MyPostList List);

/// <summary>Names the texts of one's own posts, drafts and scheduled threads: MyPostsText.resx, MyPostsText.en.resx.</summary>
public sealed class MyPostsText;
