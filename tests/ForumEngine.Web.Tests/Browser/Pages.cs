using ForumEngine.Reports;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

internal enum Reader
{
    Guest,
    Member,
    Moderator,
    Founder,
}

/// <summary>A page to look at: what it is called in a picture's name, where it is, who reads it, what it answers.</summary>
internal sealed record PageToSee(string Name, string Url, Reader Reader = Reader.Guest, int Status = 200);

/// <summary>Every page there is. A route that nobody put here fails <see cref="EveryPageTests"/>.</summary>
internal static class Pages
{
    public static async Task<IReadOnlyList<PageToSee>> OfAsync(Town town)
    {
        var post = await town.Site.Rows(db => db.Posts.Where(p => p.ThreadId == town.Thread.Id && p.Floor == 2).Select(p => p.Id).SingleAsync());
        var own = await town.Site.Rows(db => db.Posts.Where(p => p.ThreadId == town.Mine.Id && p.Floor == 2).Select(p => p.Id).SingleAsync());
        var announcement = await town.Site.Rows(db => db.Announcements.Select(a => a.Id).FirstAsync());
        var reported = await town.Site.Rows(db => db.ReportCases.Where(c => c.Kind == CaseKind.Post).Select(c => c.Id).SingleAsync());
        return [.. ForGuests(town, announcement), .. ForMembers(town, post, own, town.File.Id), .. ForStaff(town, post, reported), .. ForAdministrators(town)];
    }

    private static PageToSee[] ForGuests(Town town, int announcement) =>
    [
        new("index", "/"),
        new("board", $"/boards/{town.Board.Id}"),
        new("board-empty", $"/boards/{town.Empty.Id}"),
        new("thread", $"/threads/{town.Thread.Id}"),
        new("thread-page-2", $"/threads/{town.Thread.Id}?page=2"),
        new("thread-closed", $"/threads/{town.Closed.Id}"),
        new("thread-poll", $"/threads/{town.Poll}"),
        new("voters", $"/threads/{town.Poll}/voters"),
        new("tags", "/tags"),
        new("tags-by-name", "/tags?order=name"),
        new("tag", "/tags/%E7%94%B5%E5%B7%A5"),
        new("search", "/search"),
        new("search-hits", "/search?q=%E7%81%AF"),
        new("search-nothing", "/search?q=zyzzyva"),
        new("login", "/account/login"),
        new("style", "/style"),
        new("register", "/account/register"),
        new("language", "/account/language"),
        new("forgot", "/account/forgot"),
        new("reset-stale", "/account/reset?id=1&code=stale", Status: 403),
        new("confirm-stale", "/account/confirm?id=1&code=stale"),
        new("darkroom", "/darkroom"),
        new("darkroom-all", "/darkroom?state=all&kind=mute"),
        new("darkroom-case", $"/darkroom/{town.Sanction.Id}"),
        new("darkroom-evidence", $"/darkroom/{town.Appealed}"),
        new("darkroom-rules", "/darkroom/rules"),
        new("member", $"/members/{town.Member.Id}"),
        new("member-threads", $"/members/{town.Member.Id}/threads"),
        new("member-replies", $"/members/{town.Moderator.Id}/replies"),
        new("announcements", "/announcements"),
        new("announcement", $"/announcements/{announcement}"),
        new("legal", "/pages/disclaimer"),
        new("legal-versions", "/pages/terms/versions"),
        new("complaints", "/complaints"),
        new("complain", "/complaints/new"),
        new("offline", "/offline"),
        new("error-404", "/no/such/page", Status: 404),
    ];

    private static PageToSee[] ForMembers(Town town, long post, long own, long file) =>
    [
        new("member-index", "/", Reader.Member),
        new("member-board", $"/boards/{town.Board.Id}", Reader.Member),
        new("new-thread", $"/boards/{town.Board.Id}/new", Reader.Member),
        new("member-thread", $"/threads/{town.Mine.Id}", Reader.Member),
        new("reply", $"/threads/{town.Thread.Id}/reply?quote={post}", Reader.Member),
        new("edit", $"/posts/{own}/edit", Reader.Member),
        new("delete-own", $"/posts/{own}/delete", Reader.Member),
        new("like", $"/posts/{post}/like", Reader.Member),
        new("likes", $"/posts/{post}/likes"),
        new("history", $"/posts/{own}/history", Reader.Member),
        new("report", $"/posts/{post}/report", Reader.Member),
        new("reported", $"/posts/{own}/report", Reader.Moderator),
        new("report-member", $"/members/{town.Moderator.Id}/report", Reader.Member),
        new("settings", "/account/settings", Reader.Member),
        new("settings-signature", "/account/settings/signature", Reader.Member),
        new("settings-password", "/account/settings/password", Reader.Member),
        new("settings-email", "/account/settings/email", Reader.Member),
        new("member-poll", $"/threads/{town.Poll}", Reader.Member),
        new("vote", $"/threads/{town.Poll}/vote", Reader.Member),
        new("change-poll", $"/threads/{town.Poll}/poll", Reader.Member),
        new("settings-avatar", "/account/settings/avatar", Reader.Member),
        new("file-edit", $"/files/{file}/edit", Reader.Member),
        new("my-threads", "/account/posts/threads", Reader.Member),
        new("my-replies", "/account/posts/replies", Reader.Member),
        new("notifications", "/notifications", Reader.Member),
        new("appeal", $"/darkroom/{town.Appealable}/appeal", Reader.Member),
        new("own-warnings", "/account/warnings", Reader.Member),
        new("drafts", "/account/posts/drafts", Reader.Member),
        new("pending", "/account/posts/pending", Reader.Member),
        new("pending-one", $"/account/posts/pending/{town.OwnPending}?sent=1", Reader.Member),
        new("new-thread-draft", $"/boards/{town.Board.Id}/new?draft=1", Reader.Member),
        new("error-403", $"/boards/{town.StaffOnly.Id}/new", Reader.Member, 403),
        new("error-410", $"/threads/{town.Deleted.Id}", Reader.Member, 410),
    ];

    private static PageToSee[] ForStaff(Town town, long post, long reported) =>
    [
        new("staff-board", $"/boards/{town.Board.Id}", Reader.Moderator),
        new("staff-thread", $"/threads/{town.Mine.Id}", Reader.Moderator),
        new("desk", "/desk", Reader.Moderator),
        new("desk-reports", "/desk/reports", Reader.Moderator),
        new("desk-done", "/desk/reports?show=done", Reader.Moderator),
        new("desk-founder", "/desk", Reader.Founder),
        new("dossier", $"/desk/members/{town.Member.Id}", Reader.Founder),
        new("dossier-moderator", $"/desk/members/{town.Member.Id}", Reader.Moderator),
        new("alts", $"/desk/members/{town.Member.Id}/alts", Reader.Founder),
        new("desk-statistics", "/desk/statistics", Reader.Founder),
        new("desk-log", "/desk/log", Reader.Founder),
        new("act-delete", $"/desk/threads/{town.Mine.Id}/delete", Reader.Moderator),
        new("act-stick", $"/desk/threads/{town.Mine.Id}/stick", Reader.Moderator),
        new("act-restore", $"/desk/threads/{town.Deleted.Id}/restore", Reader.Moderator),
        new("act-post", $"/desk/posts/{post}/delete", Reader.Founder),
        new("reveal", $"/desk/posts/{town.Unnamed}/author", Reader.Moderator),
        new("report-case", $"/desk/reports/{reported}", Reader.Founder),
        new("complaint-case", $"/desk/reports/{town.Complained}", Reader.Founder),
        new("avatar-removal", $"/desk/members/{town.Pictured.Id}/avatar", Reader.Founder),
        new("sanction", $"/desk/sanctions/new?userName={Uri.EscapeDataString(town.Member.UserName!)}", Reader.Moderator),
        new("acts-marks", $"/desk/threads/act?id={town.Mine.Id}&id={town.Thread.Id}", Reader.Founder),
        new("acts-one", $"/desk/threads/act?id={town.Mine.Id}", Reader.Moderator),
        new("acts-move", $"/desk/threads/act?id={town.Mine.Id}&id={town.Thread.Id}&do=move", Reader.Founder),
        new("acts-merge", $"/desk/threads/act?id={town.Mine.Id}&id={town.Thread.Id}&do=merge", Reader.Founder),
        new("acts-delete", $"/desk/threads/act?id={town.Mine.Id}&do=delete", Reader.Moderator),
        new("acts-done", $"/desk/acts?id={town.Record}&id={town.Record + 1}", Reader.Founder),
        new("acts-undo", $"/desk/acts/{town.Record}/undo", Reader.Founder),
        new("acts-posts", $"/desk/posts/act?post={post}&do=split", Reader.Founder),
        new("act-block", $"/desk/posts/{post}/block", Reader.Founder),
        new("pin", $"/posts/{town.Pinned}/unpin", Reader.Member),
        new("address", $"/desk/posts/{post}/address", Reader.Founder),
        new("staff-record", $"/threads/{town.Mine.Id}/record", Reader.Moderator),
        new("record", $"/threads/{town.Mine.Id}/record"),
        new("bin", "/desk/bin", Reader.Founder),
        new("application", $"/desk/applications/{town.Applicant}", Reader.Founder),
        new("bin-posts", "/desk/bin?what=posts", Reader.Founder),
        new("purge", $"/desk/bin/{town.BinItem}/purge", Reader.Founder),
        new("staff-poll", $"/threads/{town.Poll}", Reader.Moderator),
        new("queue", "/desk/queue", Reader.Moderator),
        new("queue-ignored", "/desk/queue?state=ignored", Reader.Moderator),
        new("queue-item", $"/desk/queue/{town.Pending}", Reader.Moderator),
        new("warn", $"/desk/posts/{post}/warn", Reader.Founder),
        new("warning", $"/posts/{town.WarnedPost}/warning"),
        new("revoke-warning", $"/desk/warnings/{town.Warning}/revoke", Reader.Moderator),
        new("lift", $"/desk/sanctions/{town.Sanction.Id}/lift", Reader.Moderator),
        new("publicity", $"/desk/sanctions/{town.Sanction.Id}/publicity", Reader.Moderator),
        new("decide", $"/desk/appeals/{town.Appeal}", Reader.Founder),
    ];

    private static PageToSee[] ForAdministrators(Town town) =>
    [
        new("scheduled", "/account/posts/scheduled", Reader.Founder),
        new("scheduled-edit", $"/account/posts/scheduled/{town.Scheduled}", Reader.Founder),
        new("warnings-of-member", $"/desk/members/{town.Member.Id}/warnings", Reader.Founder),
        new("admin-warnings", "/admin/warnings", Reader.Founder),
        new("admin-warning-step", "/admin/warnings/1", Reader.Founder),
        new("clean", "/desk/clean", Reader.Founder),
        new("clean-found", $"/desk/clean?Member={Uri.EscapeDataString(town.Member.UserName!)}", Reader.Founder),
        new("clean-one", $"/desk/clean/{town.Sweep}", Reader.Founder),
        new("addresses", "/desk/addresses", Reader.Founder),
        new("admin-mail-domains", "/admin/mail-domains", Reader.Founder),
        new("desk-tags", "/desk/tags", Reader.Founder),
        new("desk-tag", $"/desk/tags/{town.Tag}", Reader.Founder),
        new("admin", "/admin", Reader.Founder),
        new("admin-enter", "/admin/enter", Reader.Founder),
        new("admin-boards", "/admin/boards", Reader.Founder),
        new("admin-board", $"/admin/boards/{town.Board.Id}", Reader.Founder),
        new("admin-new-board", "/admin/boards/new", Reader.Founder),
        new("admin-members", "/admin/members", Reader.Founder),
        new("admin-members-found", "/admin/members?state=staff", Reader.Founder),
        new("admin-member", $"/admin/members/{town.Member.Id}", Reader.Founder),
        new("admin-site", "/admin/site", Reader.Founder),
        new("admin-site-history", "/admin/site/history", Reader.Founder),
        new("admin-site-file", "/admin/site/file", Reader.Founder),
        new("admin-codes", "/admin/codes", Reader.Founder),
        new("admin-code", "/admin/codes/new", Reader.Founder),
        new("admin-code-change", $"/admin/codes/{town.Code.Id}", Reader.Founder),
        new("admin-reasons", "/admin/reasons", Reader.Founder),
        new("admin-report-categories", "/admin/report-categories", Reader.Founder),
        new("admin-rules", "/admin/rules", Reader.Founder),
        new("admin-rule-new", "/admin/rules/new", Reader.Founder),
        new("admin-rule", "/admin/rules/8", Reader.Founder),
        new("admin-look", "/admin/look", Reader.Founder),
        new("admin-words", "/admin/words", Reader.Founder),
        new("admin-word-new", "/admin/words/new", Reader.Founder),
        new("admin-word", $"/admin/words/{town.Word}", Reader.Founder),
        new("admin-words-import", "/admin/words/import", Reader.Founder),
        new("admin-words-hits", "/admin/words/hits", Reader.Founder),
        new("admin-words-try", "/admin/words/try", Reader.Founder),
        new("admin-review", "/admin/review", Reader.Founder),
        new("admin-review-new", "/admin/review/new", Reader.Founder),
        new("admin-review-policy", $"/admin/review/{town.Policy}", Reader.Founder),
        new("admin-dry-run", $"/admin/dry-runs/{town.DryRun}", Reader.Founder),
    ];
}
