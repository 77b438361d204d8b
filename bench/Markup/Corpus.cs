using System.Text;

namespace ForumEngine.Bench.Markup;

/// <summary>
/// Posts as a Chinese forum has them, the same in every run: mostly a line or two, some with quotes, faces and links, few
/// long ones with tables, pictures, code and hidden parts.
/// </summary>
internal sealed class Corpus
{
    private static readonly string[] Phrases =
    [
        "说得对，我也遇到过这个问题", "楼主好人一生平安", "请问有没有更详细的教程？", "昨天刚买了一台，手感不错", "同意楼上的看法", "这个价格还可以再等等",
        "感谢分享，收藏了", "有一点不明白", "建议先看看置顶帖", "周末一起去吧", "The battery lasts two days", "I would not recommend it", "沙发", "顶一下", "前排围观",
        "西湖的秋天最美，尤其是傍晚", "装好以后重启一下就可以了", "代码已经更新到仓库", "大家有什么好的建议吗", "附上几张照片，随手拍的",
    ];

    private static readonly string[] Faces = [":)", ":D", ":lol", "{:4_86:}", "😀", ":thumbsup:"];

    private uint state;
    private readonly StringBuilder text = new();

    public static string[] Make(int count)
    {
        var corpus = new Corpus { state = 20260101 };
        return [.. Enumerable.Range(0, count).Select(_ => corpus.Post())];
    }

    private int Next(int below)
    {
        state = (state * 1664525) + 1013904223;
        return (int)((ulong)state * (uint)below >> 32);
    }

    private string Post()
    {
        text.Clear();
        var kind = Next(100);
        if (kind < 30)
            Quote();
        if (kind < 85)
            Sentences(1 + Next(4));
        else
            LongPost();
        return text.ToString();
    }

    private void Quote() =>
        text.Append($"[quote={1 + Next(100000)},\"张小明\",\"2026-11-{1 + Next(28)} 22:01\"]").Append(Phrase()).Append("[/quote]\n");

    private void Sentences(int count)
    {
        for (var i = 0; i < count; i++)
        {
            text.Append(Phrase()).Append('，').Append(Format(Phrase()));
            if (Next(6) == 0)
                text.Append(Faces[Next(Faces.Length)]);
            if (Next(12) == 0)
                text.Append($" https://www.example.com/thread-{Next(99999)}-1-1.html ");
            if (Next(20) == 0)
                text.Append($"@member_{Next(999)} ");
            text.Append(Next(4) == 0 ? "。\n\n" : "。");
        }
    }

    private string Phrase() => Phrases[Next(Phrases.Length)];

    private string Format(string words) => Next(14) switch
    {
        0 => $"[b]{words}[/b]",
        1 => $"[color=red]{words}[/color]",
        2 => $"[size=4][color=#336699]{words}[/color][/size]",
        3 => $"[url=https://www.example.com/{Next(999)}]{words}[/url]",
        _ => words,
    };

    private void LongPost()
    {
        text.Append("[align=center][size=5][b]").Append(Phrase()).Append("[/b][/size][/align]\n");
        for (var i = 2 + Next(8); i > 0; i--)
        {
            Sentences(2 + Next(6));
            text.Append("\n\n");
            Piece();
        }
    }

    private void Piece()
    {
        switch (Next(8))
        {
            case 0:
                text.Append($"[img=800,600]https://img.example.com/{Next(9999)}.jpg[/img]\n");
                break;
            case 1:
                text.Append($"[attach]{1 + Next(9999)}[/attach]\n");
                break;
            case 2:
                text.Append("[list]").Append(string.Concat(Enumerable.Range(0, 5).Select(_ => "[*]" + Format(Phrase()) + "\n"))).Append("[/list]\n");
                break;
            case 3:
                text.Append("[table=98%]").Append(string.Concat(Enumerable.Range(0, 6).Select(_ => $"[tr][td]{Phrase()}[/td][td]{Next(999)}[/td][td]{Format(Phrase())}[/td][/tr]\n"))).Append("[/table]\n");
                break;
            case 4:
                text.Append("[code=csharp]\nvar list = new List<string>();\nif (list[0] == \"[b]\") return;\n[/code]\n");
                break;
            case 5:
                text.Append("[hide]").Append(Phrase()).Append("[/hide]\n");
                break;
            case 6:
                text.Append("[media=x,500,375]https://www.bilibili.com/video/BV1xx411c7mD[/media]\n");
                break;
            default:
                Quote();
                break;
        }
    }
}
