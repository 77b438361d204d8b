using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>What is about to be published, clean; <paramref name="Title"/> is null for a reply.</summary>
public sealed record Written(BoardNode Board, string? Title, string Body, PostChoices Choices)
{
    /// <summary>What stood there, when it is a change; null for what is new.</summary>
    public string? Before { get; init; }

    /// <summary>Why it is changed; readers see it.</summary>
    public string EditReason { get; init; } = "";
}

/// <summary>The same as it may be published, and why it waits, if it does.</summary>
public sealed record Gated(string? Title, string Body, PostChoices Choices, Hold? Hold, IReadOnlyList<WordFound> Found)
{
    public string EditReason { get; init; } = "";

    /// <summary>Passed, but others have posted the same lately.</summary>
    public static Gated Duplicate(string? title, string body, PostChoices choices, IReadOnlyList<WordFound> found) =>
        new(title, body, choices, new Hold(HoldReasons.Duplicate, [], found), found);
}

/// <summary>
/// What everything that is written passes before it is published: the word filter, the group's right to link, the policies of
/// review. Costs no query but one look-up of the author's posts where a policy asks for them.
/// </summary>
public sealed class ReviewGate(ForumDb db, CheckWords words, ReviewPolicies policies, SettingsSource settings)
{
    public async Task<Outcome<Gated>> RunAsync(Viewer who, Written written, CancellationToken cancel)
    {
        var verdict = await words.RunAsync(who, written.Board, Fields(written), cancel);
        if (verdict.Refusal is { } refused) return refused;
        var (title, body, choices) = Apply(written, verdict.Texts);

        var site = await settings.CurrentAsync(cancel);
        var links = NewLinks(body, written.Before, site.Review.Hosts());
        if (links && LinkRules.Of(who) == LinkRight.No) return Refusal.Invalid("Body", "NoLinkRight");
        if (links && LinkRules.Of(who) == LinkRight.Text) (body, choices) = (SourceLinks.Without(body), choices with { NoLinks = true });

        var current = await policies.CurrentAsync(cancel);
        var facts = new ReviewCase
        {
            Who = who,
            Board = written.Board,
            IsThread = written.Title is not null,
            IsEdit = written.Before is not null,
            Posts = current.Any(p => p.NewPosts is not null) ? await db.Members.Where(m => m.Id == who.MemberId).Select(m => m.Posts).SingleOrDefaultAsync(cancel) : 0,
            HasLink = links,
            HasImage = current.Any(p => p.HasImage) && await HasImageAsync(body, choices, cancel),
            Found = verdict.Found,
            Zone = site.Zone(),
        };
        return new Gated(title, body, choices, ReviewRules.Decide(facts, current), verdict.Found) { EditReason = written.EditReason.Length > 0 ? verdict.Texts[^1] : "" };
    }

    /// <summary>The same fields as <see cref="Apply"/> takes them back; the reason of an edit is the last.</summary>
    private static List<WordField> Fields(Written written)
    {
        List<WordField> fields = [new("Body", written.Body, HasMarkup: true)];
        if (written.Title is { } title) fields.Add(new WordField("Title", title));
        if (written.Choices.Tags is { Length: > 0 } tags) fields.Add(new WordField("Tags", tags));
        fields.AddRange((written.Choices.Poll?.Options ?? []).Select(o => new WordField("PollOptions", o.Text ?? "")));
        if (written.EditReason.Length > 0) fields.Add(new WordField("EditReason", written.EditReason));
        return fields;
    }

    private static (string? Title, string Body, PostChoices Choices) Apply(Written written, IReadOnlyList<string> texts)
    {
        var next = 1;
        var title = written.Title is null ? null : texts[next++];
        var choices = written.Choices;
        if (choices.Tags is { Length: > 0 }) choices = choices with { Tags = texts[next++] };
        if (choices.Poll is { } poll) choices = choices with { Poll = poll with { Options = [.. poll.Options.Select(o => o with { Text = texts[next++] })] } };
        return (title, texts[0], choices);
    }

    /// <summary>Links that stood there before were let through then.</summary>
    private static bool NewLinks(string body, string? before, IReadOnlyList<string> trusted)
    {
        var links = SourceLinks.Find(body).Where(l => !LinkRules.IsTrusted(l, trusted)).ToList();
        return links.Count > 0 && (before is null || links.Except(SourceLinks.Find(before)).Any());
    }

    private async Task<bool> HasImageAsync(string body, PostChoices choices, CancellationToken cancel)
    {
        if (SourceLinks.HasPicture(body)) return true;
        long[] files = [.. (choices.Files ?? []).Take(1000)];
        return files.Length > 0 && await db.Attachments.AnyAsync(a => files.Contains(a.Id) && a.IsImage, cancel);
    }
}
