namespace ForumEngine.Permissions;

/// <summary>
/// The pages of /admin by which administrators can be limited. Their names are kept in roles: rename none. A controller says which
/// one it belongs to; settings are told apart by their section besides.
/// </summary>
public enum AdminPage
{
    /// <summary>The front door, which every administrator may open.</summary>
    Overview,
    Boards, Groups, Members, Invitations, Settings, SettingsFile, Pages, Navigation, Announcements, Mail, Words, Review, Rules, Warnings,
    MailDomains, Codes, Stamps, Look, Reports, Backups,

    /// <summary>Who may open what: founders only, whatever a role says.</summary>
    Roles,
}

/// <summary>Which pages of /admin somebody may open: the one place where it is decided. Pure.</summary>
public static class AdminAccess
{
    /// <summary>Before the name of a section of settings, where a role names one.</summary>
    public const string SettingsOf = "Settings.";

    /// <summary>Sections of settings that a page of their own shows.</summary>
    private static readonly Dictionary<string, AdminPage> PageOf = new() { ["Look"] = AdminPage.Look, ["Footer"] = AdminPage.Navigation };

    /// <summary>What a role can name, in the order of its form.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Enum.GetValues<AdminPage>().Where(p => p is not (AdminPage.Overview or AdminPage.Settings or AdminPage.Roles)).Select(p => p.ToString()),
        .. Settings.SettingCatalog.Sections.Where(s => !PageOf.ContainsKey(s)).Select(s => SettingsOf + s),
    ];

    /// <summary>Null is a page that nobody declared: founders' only.</summary>
    public static bool MayOpen(this Viewer who, AdminPage? page)
    {
        if (!who.IsAdministrator) return false;
        if (who.Rank == Rank.Founder) return true;
        if (page is null or AdminPage.Roles) return false;
        if (page == AdminPage.Overview || who.AdminPages is not { } pages) return true;
        return page == AdminPage.Settings ? pages.Any(p => p.StartsWith(SettingsOf, StringComparison.Ordinal)) : pages.Contains(page.Value.ToString());
    }

    /// <summary>Whether a role leaves this setting to them.</summary>
    public static bool MayChange(this Viewer who, string settingKey)
    {
        if (who.Rank == Rank.Founder || who.AdminPages is not { } pages) return true;
        var section = settingKey.Split('.')[0];
        return pages.Contains(PageOf.TryGetValue(section, out var page) ? page.ToString() : SettingsOf + section);
    }
}
