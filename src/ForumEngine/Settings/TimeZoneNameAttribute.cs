using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>An IANA time zone that this machine knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeZoneNameAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null or "" || (value is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));
}
