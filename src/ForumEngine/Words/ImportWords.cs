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
public sealed class ImportWords(ForumDb db, BoardTrees trees, WordFilter filter)
{
    /// <summary>Rows deleted in one go.</summary>
    private const int Batch = 2000;

    public async Task<Outcome<WordImport>> RunAsync(Viewer who, string text, ImportMode mode, WordAction usual, CancellationToken cancel)
    {
        if (!Enum.IsDefined(mode)) return Refusal.Invalid("Mode", "ImportModeMissing");
        var tree = await trees.CurrentAsync(cancel);
        var (lines, problems) = WordListText.Read(text, usual, b => tree.Find(b) is not null);
        if (lines.Count == 0) return problems.Count > 0 ? new WordImport(0, 0, 0, 0, problems) : Refusal.Invalid("List", "ImportEmpty");
        // Of a word that comes twice the last line counts.
        var wanted = new Dictionary<(string Key, string Boards), WordLine>(lines.Count);
        foreach (var line in lines) wanted[(line.Key, line.Boards)] = line;
        var done = await db.InTransactionAsync<Outcome<WordImport>>(() => WriteAsync(who, wanted, mode, problems, cancel), cancel);
        if (done.Refusal is null) await filter.RefreshAsync(cancel);
        return done;
    }

    private async Task<Outcome<WordImport>> WriteAsync(Viewer who, Dictionary<(string Key, string Boards), WordLine> wanted, ImportMode mode, IReadOnlyList<WordProblem> problems, CancellationToken cancel)
    {
        var known = await db.Words.ToListAsync(cancel);
        var old = known.ToDictionary(w => (w.Key, w.Boards));
        List<Word> added = [.. wanted.Where(w => !old.ContainsKey(w.Key)).Select(w => New(w.Value))];
        List<Word> changed = mode == ImportMode.AddNew ? [] : [.. wanted.Where(w => old.ContainsKey(w.Key)).Select(w => Changed(old[w.Key], w.Value, mode == ImportMode.ReplaceAll)).OfType<Word>()];
        List<int> gone = mode == ImportMode.ReplaceAll ? [.. known.Where(w => !wanted.ContainsKey((w.Key, w.Boards))).Select(w => w.Id)] : [];
        if (known.Count + added.Count - gone.Count > Word.Most) return Refusal.Invalid("List", "TooManyWords", Word.Most);

        foreach (var ids in gone.Chunk(Batch)) await db.Words.Where(w => ids.Contains(w.Id)).ExecuteDeleteAsync(cancel);
        await WordRows.WriteAsync(db, changed, cancel);
        await WordRows.WriteAsync(db, added, cancel);
        var import = new WordImport(added.Count, changed.Count, wanted.Count - added.Count - changed.Count, gone.Count, problems);
        db.Log(who, "word.import", "", details: BoardLog.Json(new { mode = mode.ToString(), import.Added, import.Changed, import.Deleted, refused = problems.Count }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Words, cancel);
        return import;
    }

    private static Word New(WordLine line) => new()
    {
        Text = line.Text,
        Key = line.Key,
        Action = line.Action,
        Replacement = line.Replacement,
        Category = line.Category,
        Boards = line.Boards,
        Options = line.Options ?? line.UsualOptions,
        IsOn = !line.IsOff,
    };

    /// <summary>
    /// Null: as it was. What a line doesn't say stays, how the word is looked for and whether it is on, unless the import is
    /// <paramref name="whole"/>: then the line is all there is.
    /// </summary>
    private static Word? Changed(Word old, WordLine line, bool whole)
    {
        var word = New(line);
        word.Id = old.Id;
        if (!whole) (word.Options, word.IsOn) = (line.Options ?? old.Options, old.IsOn && !line.IsOff);
        return (old.Text, old.Action, old.Replacement, old.Category, old.Options, old.IsOn) == (word.Text, word.Action, word.Replacement, word.Category, word.Options, word.IsOn) ? null : word;
    }
}
