using ForumEngine.Sanctions;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Sanctions;

/// <summary>A rule in the reader's language: as the administrators wrote it, or as the engine words its own.</summary>
public static class RuleWords
{
    public static string Title(this IStringLocalizer<SanctionsText> text, NamedRule rule) =>
        rule.Title.Length > 0 || rule.Key.Length == 0 ? rule.Title : text[$"Rule_{rule.Key}"];

    public static string Explanation(this IStringLocalizer<SanctionsText> text, NamedRule rule) =>
        rule.Text.Length > 0 || rule.Key.Length == 0 || rule.Title.Length > 0 ? rule.Text : text[$"RuleText_{rule.Key}"];

    /// <summary>4.2 and its title.</summary>
    public static string Name(this IStringLocalizer<SanctionsText> text, NamedRule rule) => $"{rule.Code} {text.Title(rule)}";

    /// <summary>Who issued it: a person, what of the engine did, or the team where that isn't told.</summary>
    public static string Issuer(this IStringLocalizer<SanctionsText> text, DarkroomRow row) =>
        row.Operator ?? (row.Cause.Length == 0 ? text["ModerationTeam"] : text[$"Cause_{row.Cause}"] is { ResourceNotFound: false } cause ? cause.Value : text["Cause_engine"].Value);

    /// <summary>In force, under appeal, ended, lifted, or lifted on appeal.</summary>
    public static string StateKey(this DarkroomRow row) => row switch
    {
        { Appeal: AppealState.Open } => "State_Appealed",
        { State: SanctionState.Lifted, Appeal: AppealState.Lifted } => "State_Granted",
        _ => $"State_{row.State}",
    };

    /// <summary>The classes of the mark that says it.</summary>
    public static string StateMark(this DarkroomRow row) => row switch
    {
        { Appeal: AppealState.Open } => "mk tint c-digest",
        { State: SanctionState.Lifted, Appeal: AppealState.Lifted } => "mk c-ok",
        { State: SanctionState.Active } => "mk tint c-ban",
        _ => "mk",
    };

    public static string KindMark(this DarkroomRow row) => row.Kind switch
    {
        SanctionKind.Block or SanctionKind.Lock => "mk solid c-ban",
        SanctionKind.Mute when row.Scope.IsSite => "mk c-ban",
        _ => "mk",
    };
}
