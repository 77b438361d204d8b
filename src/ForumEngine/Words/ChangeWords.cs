using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Words;

/// <summary>What is done to several entries at once.</summary>
public enum WordsAct
{
    Delete, SwitchOn, SwitchOff,
}

/// <summary>Deletes entries or switches them on and off, those of one page of the list at most.</summary>
public sealed class ChangeWords(ForumDb db, WordFilter filter)
{
    public async Task<Refusal?> RunAsync(Viewer who, IReadOnlyList<int> ids, WordsAct? act, CancellationToken cancel)
    {
        if (act is null) return Refusal.Invalid("Act", "WordActionMissing");
        int[] chosen = [.. ids.Distinct().Take(WordsQuery.PageSize)];
        if (chosen.Length == 0) return Refusal.Invalid("Ids", "ChooseSome");
        await db.InTransactionAsync(async () =>
        {
            var words = db.Words.Where(w => chosen.Contains(w.Id));
            var names = await words.OrderBy(w => w.Id).Select(w => w.Text).ToListAsync(cancel);
            if (act == WordsAct.Delete) await words.ExecuteDeleteAsync(cancel);
            else
            {
                var isOn = act == WordsAct.SwitchOn;
                await words.ExecuteUpdateAsync(w => w.SetProperty(x => x.IsOn, isOn), cancel);
            }
            db.Log(who, act == WordsAct.Delete ? "word.delete" : "word.change", "", details: BoardLog.Json(new { act = act.ToString(), words = names }));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Words, cancel);
        }, cancel);
        await filter.RefreshAsync(cancel);
        return null;
    }
}
