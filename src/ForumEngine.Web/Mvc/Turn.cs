namespace ForumEngine.Web.Mvc;

/// <summary>
/// What htmx swaps when a link or form is boosted (<c>data-hx-boost</c>, or <c>data-hx-boost:inherited</c> for all links inside).
/// The server knows nothing of it: a whole page comes, and the browser takes its part of it. Without scripts they are links and forms.
/// </summary>
public static class Turn
{
    /// <summary>The next page of the same list; a new step for the back button.</summary>
    public const string Page = "target:#main select:#main swap:outerHTML";

    /// <summary>Lines, pages and forms of the desk: all of it comes anew, so that counts, list and page agree.</summary>
    public const string Desk = "target:#desk select:#desk swap:'outerMorph show:none'";

    /// <summary>A small form's page in a dialog over this one.</summary>
    public const string IntoDialog = "target:#act select:'#main > *' swap:'innerHTML show:none' push:false";

    /// <summary>A form whose errors or preview are said in its own <c>#said</c>.</summary>
    public const string InPlace = "target:#said select:'" + Said + "' swap:'innerHTML show:none' push:false";

    /// <summary>A vote: the poll with its results, or with what was wrong, takes its own place.</summary>
    public const string Poll = "target:#poll select:#poll swap:'outerHTML show:none' push:false";

    /// <summary>A button of one post that turns where it stands; the answer is the thread's page.</summary>
    public static string Like(int floor) => $"target:'#like-{floor}' select:'#like-{floor}' swap:'outerHTML show:none' push:false";

    /// <summary>What of an answer belongs into <c>#said</c>.</summary>
    public const string Said = "#errors, .preview, .problem > div";
}
