using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Groups;

namespace ForumEngine.Web.Tests.Desk;

/// <summary>A board with its moderator, and a thread of a member in it.</summary>
internal sealed record Scene(Site Site, Board Board, Member Author, Member ModeratorMember, Thread Thread, Visitor Moderator)
{
    public const string Reason = "Off topic, 灌水";

    /// <summary>On the shared site of this database; <paramref name="name"/> keeps the members of tests apart.</summary>
    public static async Task<Scene> SetAsync(Db db, string name)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync(name);
        var moderator = await site.MemberAsync($"{name}-mod", Group.Moderators);
        await site.ModeratorAsync(board, moderator);
        var author = await site.MemberAsync($"{name}-author");
        return new Scene(site, board, author, moderator, await site.ThreadAsync(board, author, replies: 1), await site.VisitorAsync(moderator));
    }

    public string Url => $"/threads/{Thread.Id}";

    public Task<Answer> ActAsync(string act, object? fields = null) => Moderator.PostFormAsync($"/desk{Url}/{act}", fields ?? new { Reason });
}
