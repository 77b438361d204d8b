using System.Text.Json.Serialization;
using ForumEngine.Permissions;

namespace ForumEngine.Keeping;

/// <summary>
/// An entry of a list that administrators keep: links, announcements, stamps, …. Its properties are what the staff log holds of it,
/// so that every change can be taken back.
/// </summary>
public abstract class Kept
{
    public int Id { get; set; }

    /// <summary>Counts up with each change; who saves a form that saw another number is shown the conflict.</summary>
    [JsonIgnore]
    public int Version { get; set; }
}

/// <summary>What <see cref="KeepList{T}"/> has to know of a list.</summary>
public interface IKept<T> where T : Kept, IKept<T>
{
    /// <summary>Of the acts in the staff log: "link" makes link.add, link.change, link.delete.</summary>
    static abstract string Noun { get; }

    /// <summary>The kind whose version moves (<see cref="Storage.Kinds"/>).</summary>
    static abstract string Kind { get; }

    /// <summary>Entries at most.</summary>
    static abstract int Most { get; }

    /// <summary>What the log and the history call it.</summary>
    string Called();

    /// <summary>Cuts blanks and what can't be seen off; then every problem, at its field.</summary>
    IEnumerable<Refusal> Check();
}

/// <summary>What else a change brings about, in its transaction.</summary>
public interface IKeptFollower<T> where T : Kept
{
    /// <summary>Null before is a new entry, null after a deleted one. A refusal takes the change back.</summary>
    Task<Refusal?> FollowAsync(Viewer who, T? before, T? after, CancellationToken cancel);
}
