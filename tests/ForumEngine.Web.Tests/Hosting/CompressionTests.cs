namespace ForumEngine.Web.Tests.Hosting;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("/", "br")]
    [InlineData("/", "gzip")]
    [InlineData("/darkroom.json", "br")]
    [InlineData("/feeds/threads.rss", "br")]
    [InlineData("/sitemap/pages.xml", "gzip")]
    [InlineData("/build/forum.css", "gzip")]
    public async Task Answers_are_compressed_once(string url, string encoding)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var client = new HttpClient { BaseAddress = site.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await client.SendAsync(request);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using Stream packed = encoding == "br" ? new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        var first = (await text.ReadToEndAsync()).TrimStart()[0];
        Assert.True(first is '<' or '{' or '@' or '/' or ':', $"Starts with {(int)first}: compressed twice?");
    }
}
