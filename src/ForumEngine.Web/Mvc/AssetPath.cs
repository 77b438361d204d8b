using Microsoft.AspNetCore.Components;

namespace ForumEngine.Web.Mvc;

public static class AssetPath
{
    /// <summary>The address of a file under wwwroot with its fingerprint, so that it may be cached for ever.</summary>
    public static string Asset(this HttpContext http, string path)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{http.Request.PathBase}/{assets?[path] ?? path}";
    }
}
