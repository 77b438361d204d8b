using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Words;

/// <summary>Adds or changes one entry; in force here when it answers, elsewhere within a second.</summary>
public sealed class SaveWord(ForumDb db, BoardTrees trees, WordFilter filter)
{
    /// <summary>Id 0 is a new one. Every problem at its field.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, Word word, CancellationToken cancel)
    {
        (word.Text, word.Replacement, word.Category) = (Posts.PostText.CleanTitle(word.Text), word.Replacement.Trim(), Posts.PostText.CleanTitle(word.Category));
        if (word.Action == WordAction.Replace && word.Replacement.Length == 0) word.Replacement = WordListText.Stars;
        word.Key = WordRules.KeyOf(word.Text);
        var problems = await ProblemsAsync(word, cancel);
        if (problems.Count > 0) return problems;
        var isNew = word.Id == 0;
        try
        {
            var missing = await db.InTransactionAsync(() => WriteAsync(who, word, isNew, cancel), cancel);
            if (missing is not null) return [missing];
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            return [Refusal.Invalid("Text", "WordTaken")];
        }
        await filter.RefreshAsync(cancel);
        return [];
    }

    private async Task<List<Refusal>> ProblemsAsync(Word word, CancellationToken cancel)
    {
        List<Refusal> problems = [];
        if (WordRules.WhyNot(word.Text, word.Replacement) is { } wrong) problems.Add(wrong);
        if (word.Category.Length > Word.CategoryLength) problems.Add(Refusal.Invalid("Category", "TextTooLong", Word.CategoryLength));
        if (!Enum.IsDefined(word.Action)) problems.Add(Refusal.Invalid("Action", "WordActionMissing"));
        var tree = await trees.CurrentAsync(cancel);
        word.Boards = WordBoards.Write(WordBoards.Read(word.Boards).Where(b => tree.Find(b) is not null));
        if (word.Boards.Length > 200) problems.Add(Refusal.Invalid("Boards", "TextTooLong", 200));
        if (problems.Count == 0 && await db.Words.AnyAsync(w => w.Key == word.Key && w.Boards == word.Boards && w.Id != word.Id, cancel)) problems.Add(Refusal.Invalid("Text", "WordTaken"));
        if (word.Id == 0 && await db.Words.CountAsync(cancel) >= Word.Most) problems.Add(Refusal.Invalid("Text", "TooManyWords", Word.Most));
        return problems;
    }

    private async Task<Refusal?> WriteAsync(Viewer who, Word word, bool isNew, CancellationToken cancel)
    {
        var before = isNew ? null : await db.Words.SingleOrDefaultAsync(w => w.Id == word.Id, cancel);
        if (!isNew && before is null) return Refusal.NotFound;
        if (isNew) word.Id = 0;
        db.Words.Update(word);
        db.Log(who, isNew ? "word.add" : "word.change", "", details: BoardLog.Json(new { from = before, to = word }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Words, cancel);
        return null;
    }
}
