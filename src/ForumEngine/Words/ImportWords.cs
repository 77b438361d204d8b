using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Words;

/// <summary>What becomes of words that are on the list already.</summary>
public enum ImportMode
{
    /// <summary>They stay as they are; only new ones come.</summary>
    AddNew = 1,

    /// <summary>They become as the import says.</summary>
    Overwrite = 2,

    /// <summary>And those that the import doesn't have go.</summary>
    ReplaceAll = 3,
}

/// <summary>What an import did, and the lines that it couldn't take.</summary>
public sealed record WordImport(int Added, int Changed, int Unchanged, int Deleted, IReadOnlyList<WordProblem> Problems);

/// <summary>Reads a whole list in one transaction: on any error the list is the old one. 100,000 lines take seconds.</summary>
public sealed class ImportWords(ForumDb db, WordFilter filter)
{
    /// <summary>Rows written in one go.</summary>
    private const int Batch = 2000;

    public async Task<Outcome<WordImport>> RunAsync(Viewer who, string text, ImportMode mode, WordAction usual, CancellationToken cancel)
    {
        if (!Enum.IsDefined(mode)) return Refusal.Invalid("Mode", "ImportModeMissing");
        var (lines, problems) = WordListText.Read(text, usual);
        if (lines.Count == 0) return problems.Count > 0 ? new WordImport(0, 0, 0, 0, problems) : Refusal.Invalid("List", "ImportEmpty");
        // Of a word that comes twice the last line counts.
        var wanted = new Dictionary<string, Word>(lines.Count);
        foreach (var line in lines)
        {
            wanted[line.Key] = new Word { Text = line.Text, Key = line.Key, Action = line.Action, Replacement = line.Replacement, Category = line.Category, Options = line.Options };
        }
        var done = await db.InTransactionAsync<Outcome<WordImport>>(() => WriteAsync(who, wanted, mode, problems, cancel), cancel);
        if (done.Refusal is null) await filter.RefreshAsync(cancel);
        return done;
    }

    private async Task<Outcome<WordImport>> WriteAsync(Viewer who, Dictionary<string, Word> wanted, ImportMode mode, IReadOnlyList<WordProblem> problems, CancellationToken cancel)
    {
        var known = await db.Words.ToListAsync(cancel);
        var onSite = known.Where(w => w.Boards.Length == 0).ToDictionary(w => w.Key);
        List<Word> added = [.. wanted.Values.Where(w => !onSite.ContainsKey(w.Key)).Select(w => { w.Id = 0; return w; })];
        List<Word> changed = mode == ImportMode.AddNew ? [] : [.. wanted.Values.Where(w => onSite.TryGetValue(w.Key, out var old) && Differs(old, w)).Select(w => With(onSite[w.Key], w))];
        List<int> gone = mode == ImportMode.ReplaceAll ? [.. known.Where(w => w.Boards.Length > 0 || !wanted.ContainsKey(w.Key)).Select(w => w.Id)] : [];
        if (known.Count + added.Count - gone.Count > Word.Most) return Refusal.Invalid("List", "TooManyWords", Word.Most);

        foreach (var ids in gone.Chunk(Batch)) await db.Words.Where(w => ids.Contains(w.Id)).ExecuteDeleteAsync(cancel);
        foreach (var rows in changed.Chunk(Batch)) await SaveAsync(rows, isNew: false, cancel);
        foreach (var rows in added.Chunk(Batch)) await SaveAsync(rows, isNew: true, cancel);
        var import = new WordImport(added.Count, changed.Count, wanted.Count - added.Count - changed.Count, gone.Count, problems);
        db.Log(who, "word.import", "", details: BoardLog.Json(new { mode = mode.ToString(), import.Added, import.Changed, import.Deleted, refused = problems.Count }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Words, cancel);
        return import;
    }

    private async Task SaveAsync(Word[] rows, bool isNew, CancellationToken cancel)
    {
        if (isNew)
        {
            foreach (var some in rows.Chunk(WordRows.AtOnce(db))) await WordRows.InsertAsync(db, some, cancel);
            return;
        }
        db.Words.UpdateRange(rows);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static bool Differs(Word old, Word line) => old.Text != line.Text || old.Action != line.Action || old.Replacement != line.Replacement || old.Category != line.Category;

    /// <summary>What a line doesn't say stays: how the word is looked for, and whether it is on.</summary>
    private static Word With(Word old, Word line)
    {
        (old.Text, old.Action, old.Replacement, old.Category) = (line.Text, line.Action, line.Replacement, line.Category);
        return old;
    }
}
