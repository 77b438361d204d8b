using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>Many boards as one text: a line each, further in what stands below, "name | description".</summary>
public sealed record OutlineLine(string Name, string Description, int Depth)
{
    public const int MostLines = 200;

    /// <summary>Depth 0 stands below the parent itself. Refuses with the number of the line that is wrong.</summary>
    public static Outcome<List<OutlineLine>> Parse(string? text, BoardKind top)
    {
        var (lines, indents) = (new List<OutlineLine>(), new Stack<int>());
        var number = 0;
        foreach (var typed in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (typed.Trim().Length == 0) continue;
            var indent = typed.TakeWhile(char.IsWhiteSpace).Sum(c => c is '\t' or '\u3000' ? 2 : 1);
            while (indents.TryPeek(out var last) && last >= indent) indents.Pop();
            var parts = typed.Trim().Split('|', 2, StringSplitOptions.TrimEntries);
            var line = new OutlineLine(parts[0], parts.Length > 1 ? parts[1] : "", indents.Count);
            indents.Push(indent);
            if ((int)top + line.Depth > (int)BoardKind.SubBoard) return Refusal.Invalid("Outline", "OutlineTooDeep", number);
            if (BoardRules.CheckTexts(line.Name, line.Description) is { } wrong) return Refusal.Invalid("Outline", wrong.Code == "BoardNameHtml" ? "OutlineHtml" : "OutlineLine", number);
            lines.Add(line);
            if (lines.Count > MostLines) return Refusal.Invalid("Outline", "OutlineTooLong", MostLines);
        }
        if (lines.Count == 0) return Refusal.Invalid("Outline", "OutlineEmpty");
        return lines;
    }
}
