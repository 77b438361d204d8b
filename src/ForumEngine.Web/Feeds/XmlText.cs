using System.Text;
using System.Xml;

namespace ForumEngine.Web.Feeds;

/// <summary>Text fit for XML.</summary>
public static class XmlText
{
    /// <summary>Without what XML can't hold even escaped (control characters, lone surrogates): one of them would make a whole feed unreadable.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
        return clean.ToString();
    }

    private static bool IsClean(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0;
}
