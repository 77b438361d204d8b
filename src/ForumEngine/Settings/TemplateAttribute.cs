using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>A <see cref="TextTemplate"/> that may hold these variables and no others.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TemplateAttribute(params string[] variables) : ValidationAttribute
{
    public IReadOnlyList<string> Variables { get; } = variables;

    public override bool IsValid(object? value) =>
        value is not string text || (text.Length <= SeoSection.MaxLength && TextTemplate.VariablesOf(text).All(Variables.Contains));
}
