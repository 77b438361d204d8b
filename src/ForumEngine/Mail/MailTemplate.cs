using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Mail;

/// <summary>What an administrator wrote in place of the engine's own text of a mail, in one language. Without a row it is the engine's.</summary>
public sealed class MailTemplate : Kept, IKept<MailTemplate>
{
    public const int SubjectLength = 150, BodyLength = 5000;

    public static string Noun => "mailtemplate";
    public static string Kind => Kinds.MailTemplates;
    public static int Most => 100;

    /// <summary>Of a <see cref="MailKind"/>.</summary>
    public string Mail { get; set; } = "";

    /// <summary>One of <see cref="SiteLanguage"/>.</summary>
    public string Language { get; set; } = "";

    public string Subject { get; set; } = "";

    /// <summary>Plain text with names in braces; nothing in it is carried out.</summary>
    public string Body { get; set; } = "";

    public string Called() => $"{Mail} ({Language})";

    public IEnumerable<Refusal> Check()
    {
        (Subject, Body) = (PostText.CleanTitle(Subject), PostText.CleanBody(Body));
        if (MailKinds.Find(Mail) is not { } kind || !SiteLanguage.All.Contains(Language)) return [Refusal.NotFound];
        return Wrong(kind);
    }

    private IEnumerable<Refusal> Wrong(MailKind kind)
    {
        if (Subject.Length == 0) yield return Refusal.Invalid(nameof(Subject), "TitleMissing");
        if (Body.Length == 0) yield return Refusal.Invalid(nameof(Body), "BodyMissing");
        if (Subject.Length > SubjectLength) yield return Refusal.Invalid(nameof(Subject), "TextTooLong", SubjectLength);
        if (Body.Length > BodyLength) yield return Refusal.Invalid(nameof(Body), "TextTooLong", BodyLength);
        foreach (var (field, text) in (IEnumerable<(string, string)>)[(nameof(Subject), Subject), (nameof(Body), Body)])
            if (MailTemplateRules.WhyNot(text, kind.Variables, field) is { } wrong) yield return wrong;
        foreach (var needed in kind.Needed.Where(n => !TextTemplate.VariablesOf(Body).Contains(n))) yield return Refusal.Invalid(nameof(Body), "TemplateNeeds", $"{{{needed}}}");
    }
}

/// <summary>Whether a text of a mail can be filled in.</summary>
public static class MailTemplateRules
{
    /// <summary>The first place that is wrong, by line and character: a brace without its other, or a name that there isn't.</summary>
    public static Refusal? WhyNot(string text, IReadOnlyList<string> variables, string field)
    {
        for (var at = text.AsSpan().IndexOfAny('{', '}'); at >= 0;)
        {
            var end = text[at] == '{' ? text.AsSpan(at + 1).IndexOfAny('{', '}') is >= 0 and var next ? at + 1 + next : -1 : -1;
            if (end < 0 || text[end] != '}') return Refusal.Invalid(field, "TemplateBrace", LineOf(text, at), ColumnOf(text, at));
            var name = text[(at + 1)..end];
            if (!variables.Contains(name)) return Refusal.Invalid(field, "TemplateUnknown", name, LineOf(text, at), ColumnOf(text, at), string.Join(" ", variables.Select(v => $"{{{v}}}")));
            var rest = text.AsSpan(end + 1).IndexOfAny('{', '}');
            at = rest < 0 ? -1 : end + 1 + rest;
        }
        return null;
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static int ColumnOf(string text, int at) => at - (text.LastIndexOf('\n', Math.Max(0, at - 1)) is var line && at == 0 ? -1 : line);
}

internal sealed class MailTemplateTable : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> builder)
    {
        builder.ToTable("mail_templates");
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.Mail).HasMaxLength(20);
        builder.Property(t => t.Language).HasMaxLength(10);
        builder.Property(t => t.Subject).HasMaxLength(MailTemplate.SubjectLength);
        builder.HasIndex(t => new { t.Mail, t.Language }).IsUnique();
    }
}
