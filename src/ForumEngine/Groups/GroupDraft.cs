using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ForumEngine.Permissions;

namespace ForumEngine.Groups;

/// <summary>A group as the panel shows and takes it: what it is called, what it is, and the number of each right (none is 0).</summary>
public sealed record GroupDraft(string Title, string TitleEn, int Stars, Rank Rank, int? CreditsFrom, string FileTypes, IReadOnlyDictionary<string, int> Rights)
{
    public static GroupDraft Of(Group group, IEnumerable<GroupRule> rules) => new(group.Title, group.TitleEn, group.Stars, group.Rank, group.CreditsFrom, group.FileTypes,
        rules.Where(r => r.GroupId == group.Id).ToDictionary(r => r.Right, r => r.Value));

    /// <summary>Changes whenever the group does; what two administrators who save at once are told apart by.</summary>
    public string Stamp() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Facts().Select(f => $"{f.Key}={f.Value}")))))[..16];

    /// <summary>Everything as text by name, for the log.</summary>
    internal SortedDictionary<string, string> Facts()
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Title"] = Title,
            ["TitleEn"] = TitleEn,
            ["Stars"] = Text(Stars),
            ["Rank"] = Rank.ToString(),
            ["CreditsFrom"] = CreditsFrom is { } from ? Text(from) : "",
            ["FileTypes"] = FileTypes,
        };
        foreach (var (right, value) in Rights.Where(r => r.Value != 0)) facts[right] = Text(value);
        return facts;
    }

    /// <summary>With some of its facts put back; a right that there isn't any more is left out.</summary>
    internal GroupDraft With(IEnumerable<GroupStep> steps)
    {
        var draft = this;
        var rights = new Dictionary<string, int>(Rights);
        foreach (var (key, was, _) in steps)
        {
            draft = key switch
            {
                "Title" => draft with { Title = was },
                "TitleEn" => draft with { TitleEn = was },
                "Stars" => draft with { Stars = Number(was) },
                "Rank" => draft with { Rank = Enum.Parse<Rank>(was) },
                "CreditsFrom" => draft with { CreditsFrom = was.Length == 0 ? null : Number(was) },
                "FileTypes" => draft with { FileTypes = was },
                _ => draft,
            };
            if (RightShape.All.Any(s => s.Name == key)) rights[key] = Number(was);
        }
        return draft with { Rights = rights };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
