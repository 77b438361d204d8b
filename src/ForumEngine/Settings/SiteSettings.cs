using System.ComponentModel.DataAnnotations;
using ForumEngine.Statistics;

namespace ForumEngine.Settings;

/// <summary>
/// What an administrator may change while the site runs. Keys are "Section.Name"; values not stored have these defaults.
/// Adding a setting is adding a property with its limits.
/// </summary>
public sealed class SiteSettings
{
    public SiteSection Site { get; } = new();
    public DoorSection Door { get; } = new();
    public FooterSection Footer { get; } = new();
    public LookSection Look { get; } = new();
    public RegistrationSection Registration { get; } = new();
    public PostingSection Posting { get; } = new();
    public FloodSection Flood { get; } = new();
    public WarningsSection Warnings { get; } = new();
    public MarkupSection Markup { get; } = new();
    public ReviewSection Review { get; } = new();
    public ReadingSection Reading { get; } = new();
    public DarkroomSection Darkroom { get; } = new();
    public SeoSection Seo { get; } = new();
    public ActsSection Acts { get; } = new();
    public StaffSection Staff { get; } = new();
    public MailSection Mail { get; } = new();
    public BackupSection Backup { get; } = new();
    public SecuritySection Security { get; } = new();

    /// <summary>The site's zone: what "today" is, and what guests read. A method, since the properties here are the catalog's sections.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(Site.TimeZone);
}

public sealed class SiteSection
{
    [Required, StringLength(40)]
    public string Name { get; set; } = "ForumEngine";

    [StringLength(80)]
    public string Tagline { get; set; } = "";

    /// <summary>ICP 备案号; the footer links it to the ministry's site.</summary>
    [StringLength(60)]
    public string Icp { get; set; } = "";

    /// <summary>公安备案号; its digits make the link.</summary>
    [StringLength(60)]
    public string PoliceFiling { get; set; } = "";

    [RegularExpression("^[0-9]{0,12}$")]
    public string ContactQq { get; set; } = "";

    [StringLength(254)]
    public string ContactMail { get; set; } = "";

    /// <summary>Says what "today" is and what guests read; IANA name.</summary>
    [Required, TimeZoneName]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>What a browser gets that asks for none of them.</summary>
    [AllowedValues(SiteLanguage.Simplified, SiteLanguage.Traditional, SiteLanguage.English)]
    public string Language { get; set; } = SiteLanguage.Simplified;

    /// <summary>False until `forum setup` (or the Development seed) has run.</summary>
    public bool IsSetUp { get; set; }
}

public sealed class LookSection
{
    /// <summary>The accent in degrees of OKLCH; -1 is the engine's own.</summary>
    [Range(-1, 359)]
    public int AccentHue { get; set; } = -1;

    /// <summary>Rows of 34 pixels, or of 40.</summary>
    [AllowedValues("compact", "comfortable")]
    public string Density { get; set; } = "compact";
}

public sealed class RegistrationSection
{
    /// <summary>"invitation": only with a code of a member; "review": staff approve each new member.</summary>
    [AllowedValues("open", "invitation", "review", "closed")]
    public string Mode { get; set; } = "open";

    /// <summary>
    /// What a visitor's browser has to solve: nothing, or a little work (docs/antispam.md). Who comes without it confirms the address
    /// first: always ("work"), or when many have just registered from around there ("suspicious").
    /// </summary>
    [AllowedValues("none", "suspicious", "work")]
    public string Challenge { get; set; } = "suspicious";

    /// <summary>The greatest number to be found; on average half as many hashes.</summary>
    [Range(1000, 20_000_000)]
    public int ChallengeDifficulty { get; set; } = 300_000;

    /// <summary>Seconds that filling in the form takes at least; only with a challenge.</summary>
    [Range(0, 60)]
    public int MinSeconds { get; set; } = 3;

    /// <summary>New members may write only after they have opened the link in the mail.</summary>
    public bool VerifyEmail { get; set; }

    /// <summary>Registrations from one address in an hour; 0 is no limit.</summary>
    [Range(0, 100000)]
    public int PerAddressPerHour { get; set; } = 20;

    /// <summary>From the block around it: a /24, with IPv6 a /64; 0 is no limit.</summary>
    [Range(0, 100000)]
    public int PerBlockPerHour { get; set; } = 60;

    /// <summary>With addresses of one e-mail domain; 0 is no limit.</summary>
    [Range(0, 100000)]
    public int PerMailDomainPerHour { get; set; }

    /// <summary>Which e-mail domains may register: all but the denied, or only those listed as allowed.</summary>
    [AllowedValues("open", "listed")]
    public string MailDomainMode { get; set; } = "open";

    /// <summary>Days for which a member's invitation is good.</summary>
    [Range(1, 365)]
    public int InvitationDays { get; set; } = 10;

    /// <summary>Names that nobody may choose, besides those that the engine keeps; parted by commas or blanks, * stands for anything before or after.</summary>
    [StringLength(2000)]
    public string ReservedNames { get; set; } = "";
}

public sealed class PostingSection
{
    /// <summary>Seconds between two posts of one member (features.md A3: 15).</summary>
    [Range(0, 86400)]
    public int FloodSeconds { get; set; } = 15;

    /// <summary>Minutes after registration before the first post (features.md A3: 2).</summary>
    [Range(0, 100000)]
    public int NewMemberWaitMinutes { get; set; } = 2;

    /// <summary>Characters as people see them, without quotes.</summary>
    [Range(1, 1000)]
    public int MinCharacters { get; set; } = 2;

    [Range(100, 100000)]
    public int MaxCharacters { get; set; } = 20000;

    /// <summary>An edit later than this many seconds after posting leaves a line (features.md A3: 60).</summary>
    [Range(0, 86400)]
    public int EditMarkSeconds { get; set; } = 60;

    /// <summary>What was changed in a post may be seen by everybody who may read it; else by its author and staff.</summary>
    public bool HistoryIsPublic { get; set; }

    /// <summary>Files that may hang on one post.</summary>
    [Range(0, 100)]
    public int FilesPerPost { get; set; } = 20;

    /// <summary>Posts that a member may report in an hour; 0 is no limit.</summary>
    [Range(0, 1000)]
    public int ReportsPerHour { get; set; } = 10;

    /// <summary>So many reports closed as abuse within the days below cost the right to report; 0 is never.</summary>
    [Range(0, 100)]
    public int ReportAbuseLimit { get; set; } = 3;

    [Range(1, 365)]
    public int ReportAbuseDays { get; set; } = 30;

    /// <summary>Complaints without an account from one address in an hour; 0 is no limit.</summary>
    [Range(0, 1000)]
    public int ComplaintsPerHour { get; set; } = 5;
}

public sealed class ReadingSection
{
    [Range(5, 100)]
    public int ThreadsPerPage { get; set; } = 20;

    [Range(5, 100)]
    public int PostsPerPage { get; set; } = 10;

    /// <summary>Names of the first floors, comma-separated; empty takes those of the reader's language, "-" shows numbers only.</summary>
    [StringLength(200)]
    public string FloorNames { get; set; } = "";

    /// <summary>Seconds between two searches of one visitor.</summary>
    [Range(0, 3600)]
    public int SearchSeconds { get; set; } = 10;

    /// <summary>Who reads the page of statistics.</summary>
    [AllowedValues(StatisticsAudience.Everyone, StatisticsAudience.Members, StatisticsAudience.Nobody)]
    public string Statistics { get; set; } = StatisticsAudience.Everyone;
}

public sealed class DarkroomSection
{
    /// <summary>小黑屋 is open to everyone; else to staff only.</summary>
    public bool IsPublic { get; set; } = true;

    /// <summary>Show who issued a sanction by name; else "moderation team".</summary>
    public bool ShowOperator { get; set; }

    /// <summary>Days for which what has ended or was lifted stays in the list, greyed; after that the filter "all" finds it.</summary>
    [Range(0, 3650)]
    public int GreyDays { get; set; } = 90;
}
