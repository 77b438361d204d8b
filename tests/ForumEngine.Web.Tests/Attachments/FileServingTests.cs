using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Tests.Attachments;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Attachments;

public sealed class FileServingTests
{
    [Theory, EveryDatabase]
    public async Task A_script_uploads_by_the_contract_and_hears_why_not(Db db)
    {
        var site = await Site.OnAsync(db);
        // Without a board nobody may upload anywhere.
        await site.BoardAsync();
        using var visitor = await site.NewVisitorAsync();
        var done = await UploadAsync(visitor, "File", "照片.png", Uploads.Png(900, 600));
        var json = JsonDocument.Parse(done.Is(200).Body).RootElement;
        var id = json.GetProperty("id").GetInt64();
        Assert.Equal(("照片.png", true, $"/files/{id}/thumb", $"[attachimg]{id}[/attachimg]"),
            (json.GetProperty("name").GetString(), json.GetProperty("isImage").GetBoolean(), json.GetProperty("thumb").GetString(), json.GetProperty("code").GetString()));
        var refused = (await UploadAsync(visitor, "File", "x.php", Uploads.Text())).Is(422);
        Assert.Contains("x.php", JsonDocument.Parse(refused.Body).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("image/png", (await visitor.GetAsync($"/files/{id}/x.png")).Is(200).Header("Content-Type"));
        Assert.Equal("image/webp", (await visitor.GetAsync($"/files/{id}/thumb")).Is(200).Header("Content-Type"));
        using var other = await site.NewVisitorAsync();
        (await other.GetAsync($"/files/{id}/x.png")).Is(404);
        using var guest = site.Visitor();
        (await guest.GetAsync($"/files/{id}/thumb")).Is(404);
        (await visitor.PostAsync($"/files/{id}/delete", await TokenAsync(visitor))).Is(204);
        (await visitor.GetAsync($"/files/{id}/x.png")).Is(404);
    }

    [Fact]
    public async Task A_file_is_a_download_in_parts_that_no_browser_opens()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var (author, file) = await PostedAsync(site, "奇怪 \"名\".pdf", Encoding.ASCII.GetBytes("<script>alert(1)</script>0123456789"));
        using var visitor = await site.VisitorAsync(await site.NewMemberAsync());
        var whole = (await visitor.GetAsync(file.Url)).Is(200);
        Assert.Equal("application/octet-stream", whole.Header("Content-Type"));
        Assert.StartsWith("attachment;", whole.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''%E5%A5%87", whole.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("no-cache", whole.Header("Cache-Control"), StringComparison.Ordinal);

        var part = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { Range = new RangeHeaderValue(25, 27) } });
        Assert.Equal(("012", "bytes 25-27/35"), (part.Is(206).Body, part.Header("Content-Range")));
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { Range = new RangeHeaderValue(99, 100) } })).Is(416);
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(whole.Header("ETag")!) } } })).Is(304);

        await site.Service<Downloads>().RunAsync(default);
        Assert.Equal(1, await site.Rows(d => d.Attachments.Where(a => a.Id == file.Id).Select(a => a.Downloads).SingleAsync()));
        using var guest = site.Visitor();
        (await guest.GetAsync(file.Url)).Is(302);
        author.Dispose();
    }

    [Fact]
    public async Task A_thread_shows_pictures_and_files_in_one_more_query_and_names_to_guests_only_what_they_may_have()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var member = await site.NewMemberAsync();
        using var author = await site.VisitorAsync(member);
        var who = await site.ViewerAsync(member);
        var shown = (await site.UploadAsync(who, board, "shown.png", Uploads.Png(900, 600))).Value;
        var file = (await site.UploadAsync(who, board, "secret-name.pdf", Uploads.Text())).Value;
        var place = await StartAsync(site, who, board, $"Before [attachimg]{shown.Id}[/attachimg] after", [shown.Id, file.Id]);
        var page = await author.WarmAsync($"/threads/{place.ThreadId}");
        Assert.NotNull(page.Html.QuerySelector($".txt a.shot[data-shot='/files/{shown.Id}/large'] img[width]"));
        Assert.Contains("secret-name.pdf", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Queries, 1, 6);
        using var guest = site.Visitor();
        var seen = (await guest.GetAsync($"/threads/{place.ThreadId}")).Is(200);
        Assert.NotNull(seen.Html.QuerySelector(".txt a.shot"));
        Assert.DoesNotContain("secret-name", seen.Body, StringComparison.Ordinal);
        Assert.Contains("1 file is for signed-in members", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_files_are_uploaded_from_the_form_and_the_text_stays()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        var url = $"/threads/{thread.Id}/reply";
        var form = Harness.Visitor.FieldsOf(Harness.Visitor.FormOn((await visitor.GetAsync(url)).Is(200), url));
        var again = await PostAsync(visitor, url, form, ("Body", "My long text"), ("AttachNow", "1"), "Upload", "a.png", Uploads.Png());
        var kept = Harness.Visitor.FieldsOf(Harness.Visitor.FormOn(again.Is(200), url));
        Assert.Equal("My long text", kept["Body"].Trim());
        var id = await site.Rows(d => d.Attachments.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        Assert.Equal($"{id}", kept["Files"]);
        Assert.Contains($"[attachimg]{id}[/attachimg]", again.Text, StringComparison.Ordinal);
        var refused = await PostAsync(visitor, url, kept, ("Body", "My long text"), ("AttachNow", "1"), "Upload", "b.php", Uploads.Text());
        Assert.Contains("My long text", refused.Is(422).Body, StringComparison.Ordinal);
        Assert.Equal($"{id}", Harness.Visitor.FieldsOf(Harness.Visitor.FormOn(refused, url))["Files"]);
        (await visitor.PostAsync(url, kept)).Is(303);
        Assert.NotNull(await site.Rows(d => d.Attachments.Where(a => a.Id == id).Select(a => a.PostId).SingleAsync()));
    }

    [Fact]
    public async Task A_file_can_be_described_by_its_uploader_only()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var (author, file) = await PostedAsync(site, "a.pdf", Uploads.Text());
        (await author.PostFormAsync($"/files/{file.Id}/edit", new { Description = "Minutes" })).Is(303);
        Assert.Equal("Minutes", await site.Rows(d => d.Attachments.Where(a => a.Id == file.Id).Select(a => a.Description).SingleAsync()));
        using var other = await site.NewVisitorAsync();
        (await other.GetAsync($"/files/{file.Id}/edit")).Is(403);
        author.Dispose();
    }

    internal static async Task<(Visitor Author, PostFile File)> PostedAsync(Site site, string name, byte[] bytes)
    {
        var board = await site.BoardAsync();
        var member = await site.NewMemberAsync();
        var who = await site.ViewerAsync(member);
        var file = (await site.UploadAsync(who, board, name, bytes)).Value;
        await StartAsync(site, who, board, "Some text", [file.Id]);
        return (await site.VisitorAsync(member), new PostFile(file.Id, file.Name, file.IsImage, file.Bytes, file.Width, file.Height, "", 0, 0));
    }

    internal static async Task<PostPlace> StartAsync(Site site, Viewer who, ForumEngine.Boards.Board board, string body, long[] files) =>
        (await site.Use<StartThread, Outcome<PostPlace>>(u => u.RunAsync(who, new NewThread(board.Id, "A title", body, null, null) { Choices = new PostChoices { Files = files } }, default))).Value;

    private static async Task<Dictionary<string, string>> TokenAsync(Visitor visitor) => new()
    {
        ["__RequestVerificationToken"] = JsonDocument.Parse((await visitor.GetAsync("/antiforgery")).Is(200).Body).RootElement.GetProperty("token").GetString()!,
    };

    private static async Task<Answer> UploadAsync(Visitor visitor, string field, string name, byte[] bytes) =>
        await PostAsync(visitor, "/files", await TokenAsync(visitor), default, default, field, name, bytes);

    private static Task<Answer> PostAsync(Visitor visitor, string url, Dictionary<string, string> form, (string Name, string Value) first, (string Name, string Value) second,
        string field, string name, byte[] bytes)
    {
        var values = new Dictionary<string, string>(form);
        foreach (var (key, value) in ((string, string)[])[first, second]) if (key is not null) values[key] = value;
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, name } };
        foreach (var (key, value) in values) content.Add(new StringContent(value), key);
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = content });
    }
}
