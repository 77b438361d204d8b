using System.Globalization;
using ForumEngine.Acts;
using ForumEngine.Web.Threads;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Acts;

/// <summary>Stamps as pages print them, in the reader's language. Once a request; from memory.</summary>
public sealed class StampWords(StampSets sets, IStringLocalizer<ThreadText> text)
{
    private StampSet? set;

    /// <summary>The word and the class of its colour; null for a number that nobody knows any more.</summary>
    public async ValueTask<(string Word, string Css)?> OfAsync(int number) =>
        number > 0 && (await SetAsync()).Find(number) is { } stamp ? (Word(stamp), Css(stamp.Colour)) : null;

    /// <summary>What staff are offered, in order, and what a thread has.</summary>
    public async Task<IReadOnlyList<(int Number, string Word)>> OfferedAsync(int? now) =>
        [.. (await SetAsync()).All.Where(s => s.IsOn || s.Number == now).Select(s => (s.Number, Word(s)))];

    public string Word(Stamp stamp) => stamp.NameIn(CultureInfo.CurrentUICulture.Name) is { Length: > 0 } given ? given : text[$"Stamp{stamp.Number}"];

    public static string Css(StampColour colour) => "mk stamp " + colour switch
    {
        StampColour.Gold => "c-digest",
        StampColour.Orange => "c-hot",
        StampColour.Blue => "c-sticky",
        StampColour.Red => "c-ban",
        StampColour.Accent => "c-accent",
        StampColour.Grey => "",
        _ => "c-ok",
    };

    private async ValueTask<StampSet> SetAsync() => set ??= await sets.CurrentAsync(CancellationToken.None);
}
