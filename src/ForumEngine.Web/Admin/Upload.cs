namespace ForumEngine.Web.Admin;

/// <summary>A place for one picture (_Upload.cshtml): what it is called in addresses and in the form, and the one there is.</summary>
public sealed record Upload(string What, string Field, ShownPicture? Now)
{
    /// <summary>Where it is sent: <c>/{What}</c> below it, and <c>/remove-{What}</c>.</summary>
    public string Path { get; init; } = "/admin/look";
}

/// <summary>A picture with its size in CSS pixels.</summary>
public sealed record ShownPicture(string Url, int Width, int Height);
