namespace ForumEngine.Web.Tests.Architecture;

/// <summary>What people read is in resources: views hold no word of it.</summary>
public sealed class LiteralTests
{
    // Keys of the keyboard and code; names of formats, what all three languages call ID, and a unit on the style page.
    private static readonly string[] Allowed = ["kbd: ", "code: ", "icon: RSS", "a: RSS", "icon: JSON", "span: ID", "p: 120 ms"];

    public static TheoryData<string> Views => [.. Checkout.Sources("src", ".cshtml").Select(f => Path.GetRelativePath(Checkout.Root, f))];

    [Theory, MemberData(nameof(Views))]
    public void No_view_holds_a_word(string view) =>
        Expect.None(RazorText.Literals(Checkout.File(view)).Where(l => !Allowed.Any(a => l.StartsWith(a, StringComparison.Ordinal))));

    /// <summary>The reader of views is not blind: it finds a text, an attribute and a button, within sections and conditions too.</summary>
    [Fact]
    public void A_word_in_a_view_is_found()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("View.cshtml");
        File.WriteAllText(file, """
            @model string
            @* Not this *@
            @{ var x = "nor this"; }
            <p title="@x" class="nor this">@x @Model.Length: ok</p>
            @section Dock { <input type="submit" value="Send"> }
            @if (x.Length > 0) { <img alt="Picture" src="/a.png"> } else { <icon label="Again" /> }
            """);
        Assert.Equal(["p: : ok", "input value: Send", "img alt: Picture", "icon label: Again"], RazorText.Literals(file));
    }
}
