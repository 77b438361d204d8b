namespace ForumEngine.Markup;

/// <summary>What is wrong with a custom code.</summary>
public enum CustomCodeProblem
{
    /// <summary>The name is empty, too long, or has other characters than a-z and 0-9.</summary>
    Tag,

    /// <summary>The library has a tag of this name.</summary>
    TagTaken,

    /// <summary>Empty or longer than <see cref="CustomCode.MaxTemplateLength"/>.</summary>
    Length,

    /// <summary>Can't be read as elements: something isn't closed, or stands where it may not.</summary>
    Syntax,

    /// <summary>An element that isn't allowed.</summary>
    Element,

    /// <summary>An attribute that isn't allowed, or not on this element, or with this value.</summary>
    Attribute,

    /// <summary>A slot that isn't known, that is one too many, or of a type that may not stand here.</summary>
    Slot,

    /// <summary>Nothing shows what is written between the tags.</summary>
    NoContent,
}

/// <param name="Problem">What is wrong.</param>
/// <param name="What">The name or piece that is meant, as typed.</param>
public sealed record CustomCodeError(CustomCodeProblem Problem, string What = "");

/// <summary>Either the code or why it is none.</summary>
public sealed record CustomCodeReading(CustomCode? Code, IReadOnlyList<CustomCodeError> Errors);

/// <summary>
/// A code tag that administrators made: a name and a template. In the template <c>{content}</c> is what stands between the
/// tags, with its formats; <c>{content:type}</c> takes that as a value; <c>{1:type}</c>, <c>{2:type}</c> are the values
/// behind the = sign. Types: text, url, number, colour, identifier (docs/markup.md).
/// </summary>
public sealed class CustomCode
{
    public const int MaxTagLength = 20;
    public const int MaxTemplateLength = 2000;

    private CustomCode(string tag, string template, Template read) => (Tag, Template, AsTag) = (tag, template, read.ToTag(tag));

    public string Tag { get; }
    public string Template { get; }
    internal Tag AsTag { get; }

    /// <summary>Reads what an administrator typed. Nothing that it lets pass can become script or style.</summary>
    public static CustomCodeReading Read(string tag, string template)
    {
        List<CustomCodeError> errors = [];
        if (tag.Length is 0 or > MaxTagLength || !tag.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            errors.Add(new CustomCodeError(CustomCodeProblem.Tag, tag));
        else if (TagTable.Find(tag) is not null)
            errors.Add(new CustomCodeError(CustomCodeProblem.TagTaken, tag));
        if (template.Length is 0 or > MaxTemplateLength)
            errors.Add(new CustomCodeError(CustomCodeProblem.Length));
        var read = errors.Exists(error => error.Problem == CustomCodeProblem.Length) ? null : TemplateReader.Read(template, errors);
        return new CustomCodeReading(errors.Count == 0 ? new CustomCode(tag, template, read!) : null, errors);
    }
}
