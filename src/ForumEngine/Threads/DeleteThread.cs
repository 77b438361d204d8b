using ForumEngine.Acts;
using ForumEngine.Permissions;

namespace ForumEngine.Threads;

/// <summary>Puts a thread into the recycle bin and tells its author; <see cref="RestoreThread"/> takes it out (features.md B2).</summary>
public sealed class DeleteThread(ActOnThreads acts)
{
    public Task<Refusal?> RunAsync(Viewer who, long threadId, string reason, CancellationToken cancel) =>
        acts.RunAsync(who, threadId, new ThreadOrder { Delete = true, Note = ActNote.Of(reason) }, cancel);
}
