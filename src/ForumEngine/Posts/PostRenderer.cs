using ForumEngine.Accounts;
using ForumEngine.Codes;
using ForumEngine.Markup;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>A text with its rendered form, made before the transaction: rendering must not lengthen any lock.</summary>
public sealed record PostBody(string Source, string Html, string? Hidden, int Version);

/// <summary>What is to be rendered.</summary>
public sealed record PostSource(string Text, PostOptions Options);

/// <summary>
/// The one place where posts and signatures become HTML: with the site's codes and settings, and with those members linked
/// whom a text mentions.
/// </summary>
public sealed class PostRenderer(SettingsSource settings, SiteCodes codes, IDbContextFactory<ForumDb> dbs)
{
    /// <summary>The library's versions stay below it.</summary>
    private const int LibraryVersions = 1000;

    private static readonly HashSet<string> SignatureTags = ["b", "i", "u", "s", "color", "size", "font", "url", "email", "img", "align"];

    private static readonly HashSet<string> NoTags = ["quote"];

    /// <summary>
    /// What a stored form must carry to be shown: it moves with the library, with the codes and with the settings of markup.
    /// On a fresh site it is the library's own.
    /// </summary>
    public async ValueTask<int> VersionAsync(CancellationToken cancel) =>
        PostMarkup.RendererVersion + LibraryVersions * await codes.ChangesAsync(cancel);

    public async Task<PostBody> RenderAsync(string text, PostOptions options, CancellationToken cancel) =>
        (await RenderAsync([new PostSource(text, options)], cancel))[0];

    /// <summary>Many at once: whoever they mention is looked up in one query, and in none when nobody is.</summary>
    public async Task<IReadOnlyList<PostBody>> RenderAsync(IReadOnlyList<PostSource> sources, CancellationToken cancel)
    {
        // Before anything it stands for is read: what changes meanwhile makes this form old, never a newer one.
        var version = await VersionAsync(cancel);
        var options = await OptionsAsync(cancel);
        var members = await MembersAsync([.. sources.SelectMany(s => Mentions.Names(s.Text)).Distinct()], cancel);
        options = options with { Mention = name => members.TryGetValue(MemberName.Fold(name), out var id) ? id : null };
        return [.. sources.Select(source => Render(source, options, version))];
    }

    /// <summary>Whether it leads away from the site or loads something from elsewhere, by the codes of this site, that <paramref name="before"/> doesn't.</summary>
    public async Task<bool> AddsLinksAsync(string text, string? before, CancellationToken cancel)
    {
        var options = await OptionsAsync(cancel);
        return PostMarkup.FindLinks(text, options).Except(before is null ? [] : PostMarkup.FindLinks(before, options)).Any();
    }

    /// <summary>Mentions nobody, hides nothing, and holds no blocks.</summary>
    public async Task<PostBody> RenderSignatureAsync(string text, CancellationToken cancel)
    {
        var version = await VersionAsync(cancel);
        var options = await OptionsAsync(cancel) with { AllowedTags = SignatureTags };
        return Render(new PostSource(text, PostOptions.None), options, version);
    }

    private async Task<MarkupOptions> OptionsAsync(CancellationToken cancel)
    {
        var section = (await settings.CurrentAsync(cancel)).Markup;
        return new MarkupOptions { EmbedHosts = section.Hosts(), LinkedImages = section.LinkedImages, CustomCodes = await codes.CurrentAsync(cancel) };
    }

    private static PostBody Render(PostSource source, MarkupOptions options, int version)
    {
        var rendered = PostMarkup.Render(source.Text, options with
        {
            Smilies = !source.Options.HasFlag(PostOptions.NoSmilies),
            Links = !source.Options.HasFlag(PostOptions.NoLinks),
            AllowedTags = source.Options.HasFlag(PostOptions.NoCodes) ? NoTags : options.AllowedTags,
            LinkedImages = options.LinkedImages && !source.Options.HasFlag(PostOptions.NoImages),
            EmbedHosts = source.Options.HasFlag(PostOptions.NoMedia) ? [] : options.EmbedHosts,
        });
        return new PostBody(source.Text, rendered.Html, rendered.Hidden, version);
    }

    private async Task<Dictionary<string, int>> MembersAsync(string[] names, CancellationToken cancel)
    {
        if (names.Length == 0) return [];
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return await db.Members.Where(m => names.Contains(m.NormalizedUserName!)).ToDictionaryAsync(m => m.NormalizedUserName!, m => m.Id, cancel);
    }
}
