namespace ForumEngine.Web.Admin;

/// <summary>A place for one picture (_Upload.cshtml): what it is called in addresses and in the form, and the one there is.</summary>
public sealed record Upload(string What, string Field, ShownPicture? Now);

/// <summary>A picture with its size in CSS pixels.</summary>
public sealed record ShownPicture(string Url, int Width, int Height);
