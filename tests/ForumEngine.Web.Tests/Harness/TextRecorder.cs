using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>The site's texts, noting every key that a page asked for and no resource has: such a key is shown as it is.</summary>
public sealed class TextRecorder(ResourceManagerStringLocalizerFactory inner) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<string, bool> missing = new();

    public IEnumerable<string> Missing => missing.Keys.Order();

    public IStringLocalizer Create(Type resourceSource) => new Texts(inner.Create(resourceSource), resourceSource.Name, missing);

    public IStringLocalizer Create(string baseName, string location) => new Texts(inner.Create(baseName, location), baseName, missing);

    private sealed class Texts(IStringLocalizer inner, string name, ConcurrentDictionary<string, bool> missing) : IStringLocalizer
    {
        public LocalizedString this[string key] => Note(inner[key]);

        public LocalizedString this[string key, params object[] arguments] => Note(inner[key, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);

        private LocalizedString Note(LocalizedString text)
        {
            if (text.ResourceNotFound) missing.TryAdd($"{name}.{text.Name} ({CultureInfo.CurrentUICulture.Name})", true);
            return text;
        }
    }
}
