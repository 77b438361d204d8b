using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>The staff log.</summary>
public sealed class StaffSection
{
    /// <summary>Days for which lines of the staff log are kept; 0 is for ever, else half a year at least.</summary>
    [Range(0, 3650), ZeroOrFrom(180)]
    public int LogDays { get; set; }
}

/// <summary>Nothing, or at least so much: laws ask for half a year of logs, so that less would be a mistake.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ZeroOrFromAttribute(int least) : ValidationAttribute
{
    public int Least => least;

    public override bool IsValid(object? value) => value is 0 || (value is int number && number >= least);
}
