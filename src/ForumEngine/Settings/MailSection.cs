using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>The log of mails.</summary>
public sealed class MailSection
{
    /// <summary>Days for which lines of the log of mails are kept; 0 is for ever. What still waits stays.</summary>
    [Range(0, 3650)]
    public int LogDays { get; set; } = 30;
}
