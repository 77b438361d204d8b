namespace ForumEngine.Settings;

/// <summary>What kind of field a setting needs; the limits that a field can show are told too, null where there are none.</summary>
public sealed record SettingShape(SettingType Type, IReadOnlyList<string> Choices, int? Min, int? Max, int? Length);

public enum SettingType
{
    Text, Number, Flag, Choice,
}
