using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Attachments;

public sealed class AttachmentTests
{
    [Theory, EveryDatabase]
    public async Task A_post_takes_its_authors_uploads_and_says_how_many(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, author) = (await forum.BoardAsync(), await forum.ViewerAsync("wang"));
        var shown = (await forum.UploadAsync(author, board, "a.png", Uploads.Png())).Value;
        var below = (await forum.UploadAsync(author, board, "b.pdf", Uploads.Text())).Value;
        var foreign = (await forum.UploadAsync(await forum.ViewerAsync("li"), board, "c.pdf", Uploads.Text())).Value;

        var place = (await StartAsync(forum, author, board, $"Look: [attachimg]{shown.Id}[/attachimg]", [below.Id, foreign.Id])).Value;

        var files = await forum.Rows(d => d.Attachments.OrderBy(a => a.Id).Select(a => new { a.PostId, a.IsInline }).ToListAsync());
        Assert.Equal([(place.PostId, true), (place.PostId, false), (null, false)], files.Select(f => (f.PostId, f.IsInline)));
        var thread = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == place.ThreadId));
        Assert.True(thread.HasImages && thread.HasFiles);
        Assert.Equal(2, await forum.Rows(d => d.Posts.Where(p => p.Id == place.PostId).Select(p => p.Files).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task An_edit_drops_what_the_form_no_longer_names_and_a_text_alone_drops_nothing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, author) = (await forum.BoardAsync(), await forum.ViewerAsync("wang"));
        var first = (await forum.UploadAsync(author, board, "a.png", Uploads.Png())).Value;
        var second = (await forum.UploadAsync(author, board, "b.pdf", Uploads.Text())).Value;
        var place = (await StartAsync(forum, author, board, "Some text", [first.Id, second.Id])).Value;

        await EditAsync(forum, author, place.PostId, null);
        Assert.Equal(2, await FilesOfAsync(forum, place.PostId));
        await EditAsync(forum, author, place.PostId, [second.Id]);
        Assert.Equal(1, await FilesOfAsync(forum, place.PostId));
        Assert.Null(await forum.Rows(d => d.Attachments.Where(a => a.Id == first.Id).Select(a => a.PostId).SingleAsync()));
        var thread = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == place.ThreadId));
        Assert.False(thread.HasImages);
        Assert.True(thread.HasFiles);
    }

    [Theory, EveryDatabase]
    public async Task Uploads_at_once_stay_within_the_days_quota(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var member = await forum.ViewerAsync("wang");
        member = member with { Rights = member.Rights.SetItem(nameof(GroupRight.UploadPerDay), 1000) };
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => forum.UploadAsync(member, board, $"{n}.pdf", Uploads.Text(300))));
        Assert.Equal(3, answers.Count(a => a.Refusal is null));
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Equal("DailyQuota", a.Refusal!.Code));
        Assert.Equal(900, await forum.Rows(d => d.Attachments.SumAsync(a => a.Bytes)));
        // What was refused left nothing on disk.
        Assert.Equal(3, Directory.EnumerateFiles(forum.Files, "*", SearchOption.AllDirectories).Count());
    }

    [Theory]
    [InlineData("x.php", "FileType")]
    [InlineData("x.svg", "FileType")]
    [InlineData("x", "FileType")]
    [InlineData("x.jpg", "NoPicture")]
    [InlineData("x.zip", "ArchiveBroken")]
    [InlineData("x.pdf", null)]
    public async Task What_may_be_uploaded_is_told_by_name_and_content(string name, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var done = await forum.UploadAsync(await forum.ViewerAsync("li"), await forum.BoardAsync(), name, Uploads.Text());
        Assert.Equal(code, done.Refusal?.Code);
    }

    [Fact]
    public async Task A_boards_list_narrows_the_groups()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (board, member) = (await forum.BoardAsync(), await forum.ViewerAsync("li"));
        await forum.ChangeBoardsAsync(d => d.Boards.Single(b => b.Id == board.Id).FileTypes = "png, exe");
        Assert.Null((await forum.UploadAsync(member, board, "x.png", Uploads.Png())).Refusal);
        Assert.Equal("FileType", (await forum.UploadAsync(member, board, "x.pdf", Uploads.Text())).Refusal?.Code);
        Assert.Equal("FileType", (await forum.UploadAsync(member, board, "x.exe", Uploads.Text())).Refusal?.Code);
    }

    [Fact]
    public async Task Who_may_not_upload_in_a_board_can_neither_upload_there_nor_hang_a_file_on_a_post_there()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var (open, shut, member) = (await forum.BoardAsync(), await forum.BoardAsync("Shut"), await forum.ViewerAsync("li"));
        await forum.CellAsync(shut, 11, BoardRight.UploadFiles, allow: false);
        Assert.Equal("NoFileRight", (await forum.UploadAsync(member, shut, "x.pdf", Uploads.Text())).Refusal?.Code);
        Assert.Null((await forum.UploadAsync(member, shut, "x.png", Uploads.Png())).Refusal);
        var elsewhere = (await forum.UploadAsync(member, null, "x.pdf", Uploads.Text())).Value;
        Assert.Equal("NoFileRight", (await StartAsync(forum, member, shut, "Some text", [elsewhere.Id])).Refusal?.Code);
        Assert.Null((await StartAsync(forum, member, open, "Some text", [elsewhere.Id])).Refusal);
        Assert.Equal(RefusalKind.SignInFirst, (await forum.UploadAsync(await forum.GuestAsync(), open, "x.png", Uploads.Png())).Refusal?.Kind);
        Assert.Equal("FileTooBig", (await forum.UploadAsync(member, open, "x.pdf", Uploads.Text(1_100_000))).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_file_is_had_by_who_may_read_its_post_and_by_nobody_else(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, hidden) = (await forum.BoardAsync(), await forum.BoardAsync("Hidden", hidden: true));
        var (author, other, guest, admin) = (await forum.ViewerAsync("wang"), await forum.ViewerAsync("li"), await forum.GuestAsync(), await forum.AdministratorAsync());
        var file = (await forum.UploadAsync(author, board, "a.pdf", Uploads.Text())).Value;
        await HaveAsync(forum, file, (author, null), (other, RefusalKind.NotFound), (guest, RefusalKind.NotFound), (admin, RefusalKind.NotFound));

        var place = (await StartAsync(forum, author, board, "Some text", [file.Id])).Value;
        await HaveAsync(forum, file, (author, null), (other, null), (guest, RefusalKind.SignInFirst), (admin, null));
        await forum.Rows(d => d.Attachments.ExecuteUpdateAsync(a => a.SetProperty(x => x.ReadLevel, 250)));
        await HaveAsync(forum, file, (author, null), (other, RefusalKind.Forbidden), (admin, null));
        await forum.Rows(d => d.Attachments.ExecuteUpdateAsync(a => a.SetProperty(x => x.ReadLevel, 0)));
        await forum.Rows(d => d.Posts.Where(p => p.Id == place.PostId).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ContentState.Recycled)));
        await HaveAsync(forum, file, (other, RefusalKind.NotFound), (guest, RefusalKind.NotFound), (admin, null));
        await forum.Rows(d => d.Posts.Where(p => p.Id == place.PostId).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ContentState.Published)));
        await forum.Rows(d => d.Threads.Where(t => t.Id == place.ThreadId).ExecuteUpdateAsync(t => t.SetProperty(x => x.BoardId, hidden.Id)));
        await HaveAsync(forum, file, (author, RefusalKind.NotFound), (other, RefusalKind.NotFound), (guest, RefusalKind.NotFound), (admin, null));
    }

    [Theory, EveryDatabase]
    public async Task The_sweep_takes_what_nobody_used_for_a_day_with_its_bytes(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, author) = (await forum.BoardAsync(), await forum.ViewerAsync("wang"));
        var used = (await forum.UploadAsync(author, board, "used.png", Uploads.Png(500, 400))).Value;
        await StartAsync(forum, author, board, "Some text", [used.Id]);
        var old = (await forum.UploadAsync(author, board, "old.png", Uploads.Png(500, 400))).Value;
        forum.Clock.Advance(TimeSpan.FromHours(25));
        var fresh = (await forum.UploadAsync(author with { Now = forum.Now }, board, "fresh.pdf", Uploads.Text())).Value;
        // What a crash left: a file in its place, and what stood for it while it was made.
        var (store, lost) = (forum.Service<FileStore>(), FileStore.NewName());
        await File.WriteAllBytesAsync(store.StagedPath(lost), [1]);
        store.Keep(lost, (string?)null);
        store.MarkGone(lost);
        File.SetLastWriteTimeUtc(store.StagedPath(lost, "gone"), forum.Now.AddDays(-2));

        await forum.Services.GetServices<IJob>().OfType<SweepFiles>().Single().RunAsync(default);

        Assert.Equal([used.Id, fresh.Id], await forum.Rows(d => d.Attachments.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()));
        Assert.True(File.Exists(store.PathOf(used.StoredAs)) && File.Exists(store.PathOf(used.StoredAs, "thumb")) && File.Exists(store.PathOf(fresh.StoredAs)));
        Assert.False(File.Exists(store.PathOf(old.StoredAs)) || File.Exists(store.PathOf(old.StoredAs, "thumb")) || File.Exists(store.PathOf(lost)));
    }

    [Fact]
    public async Task Nobody_takes_back_another_ones_upload()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (board, author) = (await forum.BoardAsync(), await forum.ViewerAsync("wang"));
        var file = (await forum.UploadAsync(author, board, "a.pdf", Uploads.Text())).Value;
        var other = await forum.ViewerAsync("li");
        Assert.Equal(RefusalKind.NotFound, (await forum.Use<DeleteUpload, Refusal?>(d => d.RunAsync(other, file.Id, default)))?.Kind);
        Assert.Null(await forum.Use<DeleteUpload, Refusal?>(d => d.RunAsync(author, file.Id, default)));
        Assert.Empty(Directory.EnumerateFiles(forum.Files, "*", SearchOption.AllDirectories));
    }

    private static Task<Outcome<PostPlace>> StartAsync(Forum forum, Viewer who, Board board, string body, long[] files) =>
        forum.Use<StartThread, Outcome<PostPlace>>(u => u.RunAsync(who, new NewThread(board.Id, "A title", body, null, null) { Choices = new PostChoices { Files = files } }, default));

    private static async Task EditAsync(Forum forum, Viewer who, long post, long[]? files) =>
        Assert.Null((await forum.Use<EditPost, Outcome<PostPlace>>(u => u.RunAsync(who, new PostEdit(post, "A title", "Some text", null, null) { Choices = new PostChoices { Files = files } }, default))).Refusal);

    private static Task<int> FilesOfAsync(Forum forum, long post) => forum.Rows(d => d.Posts.Where(p => p.Id == post).Select(p => p.Files).SingleAsync());

    private static async Task HaveAsync(Forum forum, Attachment file, params (Viewer Who, RefusalKind? Refused)[] table)
    {
        foreach (var (who, refused) in table)
        {
            var found = await forum.Use<FindFile, Outcome<FoundFile>>(f => f.RunAsync(who, file.Id, default));
            Assert.True(found.Refusal?.Kind == refused, $"{(who.IsGuest ? "guest" : who.Name)}: {found.Refusal?.Kind.ToString() ?? "has it"} instead of {refused?.ToString() ?? "having it"}");
        }
    }
}
