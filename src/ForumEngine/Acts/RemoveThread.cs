using ForumEngine.Permissions;
using ForumEngine.RecycleBin;
using ForumEngine.Threads;

namespace ForumEngine.Acts;

/// <summary>Puts a held thread into the recycle bin and takes it out again, as an act with its record.</summary>
internal static class RemoveThread
{
    public static async Task<Refusal?> RecycleAsync(HeldThread held, long? undoes, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Delete) is { } refused) return refused;
        if (!await ThreadRemoval.RecycleAsync(held.Db, held.Thread.Id, Discard.By(held.Who, held.Note.Reason), cancel)) return AlreadyDone;
        await held.RecordAsync(new Done(Facet.State, "thread.delete", "", "bin") { Undoes = undoes }, cancel);
        return null;
    }

    public static async Task<Refusal?> RestoreAsync(HeldThread held, long? undoes, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Restore) is { } refused) return refused;
        if (!await ThreadRemoval.RestoreAsync(held.Db, held.Thread.Id, held.Who.Now, cancel)) return AlreadyDone;
        await held.RecordAsync(new Done(Facet.State, "thread.restore", "bin", "") { Undoes = undoes }, cancel);
        return null;
    }

    private static Refusal AlreadyDone => new(RefusalKind.Conflict, "AlreadyDone");
}
