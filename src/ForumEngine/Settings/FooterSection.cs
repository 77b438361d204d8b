using System.ComponentModel.DataAnnotations;
using ForumEngine.Look;

namespace ForumEngine.Settings;

/// <summary>What the footer says beyond <see cref="SiteSection"/>; what is empty leaves no trace. Its links are <see cref="Links.SiteLink"/>s.</summary>
public sealed class FooterSection
{
    /// <summary>A WeChat name or public account.</summary>
    [StringLength(40)]
    public string WeChat { get; set; } = "";

    /// <summary>Its QR code: the key of a <see cref="SitePicture"/>.</summary>
    [SitePictureKey]
    public string WeChatPicture { get; set; } = "";

    [RegularExpression(@"^[0-9+() \-]{0,30}$")]
    public string Phone { get; set; } = "";

    /// <summary>When somebody answers: "9:00–21:00".</summary>
    [StringLength(40)]
    public string Hours { get; set; } = "";

    /// <summary>Who counts visits; see <see cref="VisitCounter"/>.</summary>
    [AllowedValues(VisitCounter.None, VisitCounter.Baidu, VisitCounter.La51, VisitCounter.Matomo, VisitCounter.Plausible, VisitCounter.Umami)]
    public string Counter { get; set; } = VisitCounter.None;

    /// <summary>What the provider calls this site.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{0,64}$")]
    public string CounterId { get; set; } = "";

    /// <summary>Of one's own Matomo, Plausible or Umami: a name, without https and path.</summary>
    [RegularExpression(@"^(?=.{0,200}$)(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])?$")]
    public string CounterHost { get; set; } = "";
}

/// <summary>The key of a <see cref="SitePicture"/>, or none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SitePictureKeyAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is string key && SitePicture.IsReference(key);
}
