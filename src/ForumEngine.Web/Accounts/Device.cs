namespace ForumEngine.Web.Accounts;

/// <summary>A browser and its system by name, as far as its header says so honestly; empty where it doesn't. Names are the same in all languages.</summary>
public static class Device
{
    // In this order: most say they are several.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"), ("QQBrowser/", "QQ Browser"), ("UCBrowser/", "UC Browser"), ("MiuiBrowser/", "Mi Browser"), ("HuaweiBrowser/", "Huawei Browser"),
        ("SamsungBrowser/", "Samsung Internet"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("OpenHarmony", "HarmonyOS"), ("HarmonyOS", "HarmonyOS"), ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string agent) => string.Join(" · ", ((string?[])[Find(Browsers, agent), Find(Systems, agent)]).Where(name => name is not null));

    private static string? Find((string Sign, string Name)[] known, string agent)
    {
        foreach (var (sign, name) in known)
            if (agent.Contains(sign, StringComparison.Ordinal)) return name;
        return null;
    }
}
