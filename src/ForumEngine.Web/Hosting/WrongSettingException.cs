namespace ForumEngine.Web.Hosting;

/// <summary>A configuration value the site can't start with; the message names the key.</summary>
public sealed class WrongSettingException(string key, string why) : Exception($"{key}: {why}")
{
    public string Key { get; } = key;
}
