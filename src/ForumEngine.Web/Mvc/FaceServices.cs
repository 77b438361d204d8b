namespace ForumEngine.Web.Mvc;

public static class FaceServices
{
    /// <summary>What the layout and the tag helpers need. Map with <c>MapStaticAssets()</c> and <c>MapControllers().WithStaticAssets()</c>.</summary>
    public static IServiceCollection AddFace(this IServiceCollection services) => services
        .AddScoped<FrameSource>()
        .AddScoped<PageHead>()
        .AddScoped<WaysOut>()
        .AddScoped<Seo.HeadSource>().AddScoped<Seo.SiteThing>()
        .AddScoped<Drafts.FormDraft>()
        .AddScoped<HumanTime>();
}
