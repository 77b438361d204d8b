using System.Globalization;
using ForumEngine.Notices;
using ForumEngine.Threads;

namespace ForumEngine.Acts;

/// <summary>What of a thread or a post an act changes: of each kind the newest record stands, and can be undone.</summary>
public enum Facet
{
    Sticky = 1, Digest = 2, Highlight = 3, Closed = 4, Type = 5, Stamp = 6, Place = 7,
    Board = 10, State = 11, Merged = 12, Split = 13, Copy = 14, Stub = 15,
    PostState = 20, Blocked = 21, Pinned = 22,
}

/// <summary>How staff set one thing on a thread: as a short text that says all of it, so that records can be compared and turned back.</summary>
internal sealed record Mark(Facet Facet, ThreadAct Act, bool MayEnd, Func<Thread, string> Read, Action<Thread, string> Write, Func<string, string> Verb)
{
    private const string None = "0";

    public static readonly Mark Sticky = new(Facet.Sticky, ThreadAct.Stick, true,
        t => Text((int)t.Sticky), (t, v) => t.Sticky = (Sticky)Number(v), v => v == None ? "unstick" : "stick");

    public static readonly Mark Digest = new(Facet.Digest, ThreadAct.Digest, true,
        t => Text(t.Digest), (t, v) => t.Digest = Number(v), v => v == None ? "undigest" : "digest");

    public static readonly Mark Highlight = new(Facet.Highlight, ThreadAct.Highlight, true,
        t => Acts.Highlight.Of(t).ToString(), (t, v) => Acts.Highlight.Parse(v).Onto(t), v => v == None ? "unhighlight" : "highlight");

    public static readonly Mark Closed = new(Facet.Closed, ThreadAct.Close, true,
        t => t.IsClosed ? "1" : None, (t, v) => t.IsClosed = v != None, v => v == None ? "open" : "close");

    public static readonly Mark Type = new(Facet.Type, ThreadAct.SetType, false,
        t => Text(t.TypeId ?? 0), (t, v) => t.TypeId = v == None ? null : Number(v), _ => "type");

    public static readonly Mark Stamp = new(Facet.Stamp, ThreadAct.Stamp, true,
        t => Text(t.Stamp), (t, v) => t.Stamp = Number(v), v => v == None ? "unstamp" : "stamp");

    public static readonly IReadOnlyList<Mark> All = [Sticky, Digest, Highlight, Closed, Type, Stamp];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What the author is told.</summary>
    public static NoticeKind NoticeOf(string act) => act switch
    {
        "thread.stick" => NoticeKind.ThreadStuck,
        "thread.unstick" => NoticeKind.ThreadUnstuck,
        "thread.close" => NoticeKind.ThreadClosed,
        "thread.open" => NoticeKind.ThreadOpened,
        "thread.delete" => NoticeKind.ThreadDeleted,
        "thread.restore" => NoticeKind.ThreadRestored,
        "thread.digest" => NoticeKind.ThreadDigested,
        "thread.undigest" => NoticeKind.ThreadUndigested,
        "thread.highlight" => NoticeKind.ThreadHighlighted,
        "thread.unhighlight" => NoticeKind.ThreadUnhighlighted,
        "thread.stamp" => NoticeKind.ThreadStamped,
        "thread.unstamp" => NoticeKind.ThreadUnstamped,
        "thread.type" => NoticeKind.ThreadRetyped,
        "thread.bump" => NoticeKind.ThreadBumped,
        "thread.sink" => NoticeKind.ThreadSunk,
        "thread.move" => NoticeKind.ThreadMoved,
        "thread.copy" => NoticeKind.ThreadCopied,
        "thread.merge" => NoticeKind.ThreadMerged,
        "thread.split" => NoticeKind.ThreadSplit,
        "post.delete" => NoticeKind.PostDeleted,
        "post.restore" => NoticeKind.PostRestored,
        "post.block" => NoticeKind.PostBlocked,
        "post.unblock" => NoticeKind.PostUnblocked,
        "post.pin" => NoticeKind.PostPinned,
        "post.unpin" => NoticeKind.PostUnpinned,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No notice tells of it."),
    };
}
