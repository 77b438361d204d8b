using BenchmarkDotNet.Attributes;
using ForumEngine.Markup;

namespace ForumEngine.Bench.Markup;

/// <summary>A thousand posts at a time; allocation is per post.</summary>
[MemoryDiagnoser]
public class RenderPosts
{
    private const int Count = 1000;

    private readonly string[] posts = Corpus.Make(Count);
    private readonly Rendered[] rendered = [.. Corpus.Make(Count).Select(post => PostMarkup.Render(post))];
    private readonly ReaderFacts reader = new() { HasReplied = true, Attachment = id => "<img src=\"/files/1\" alt=\"\">" };

    [Benchmark(OperationsPerInvoke = Count)]
    public int Render() => posts.Sum(post => PostMarkup.Render(post).Html.Length);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Resolve() => rendered.Sum(post => PostMarkup.Resolve(post.Html, post.Hidden, reader).Length);

    [Benchmark(OperationsPerInvoke = Count)]
    public int ToExcerpt() => posts.Sum(post => PostMarkup.ToExcerpt(post, 120).Length);
}
