using ForumEngine.Acts;
using ForumEngine.Permissions;

namespace ForumEngine.Threads;

/// <summary>Takes a thread out of the recycle bin, with its replies, counters and place (features.md B2).</summary>
public sealed class RestoreThread(ActOnThreads acts)
{
    public Task<Refusal?> RunAsync(Viewer who, long threadId, string reason, CancellationToken cancel) =>
        acts.RunAsync(who, threadId, new ThreadOrder { Restore = true, Note = ActNote.Of(reason) }, cancel);
}
