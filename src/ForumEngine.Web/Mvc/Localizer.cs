using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>The texts of <typeparamref name="T"/> in the reader's language, with plurals (<see cref="PluralFormat"/>).</summary>
public sealed class Localizer<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    private readonly IStringLocalizer texts = factory.Create(typeof(T));

    public LocalizedString this[string name] => texts[name];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = texts[name];
            return new(name, string.Format(PluralFormat.Instance, text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
}
