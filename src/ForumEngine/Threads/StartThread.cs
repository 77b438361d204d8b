using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Drafts;
using ForumEngine.Flood;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Tags;
using ForumEngine.Words;

namespace ForumEngine.Threads;

/// <summary>What the form of a new thread carries.</summary>
public sealed record NewThread(int BoardId, string? Title, string? Body, int? TypeId, Guid? SubmissionId)
{
    public PostChoices Choices { get; init; } = PostChoices.Usual;

    /// <summary>It waited, and somebody has read it.</summary>
    public Approval? Approval { get; init; }
}

/// <summary>Starts a thread: the thread and its first floor in one transaction.</summary>
public sealed class StartThread(
    ForumDb db, BoardTrees trees, SettingsSource settings, WritePost writer, PostRenderer renderer, AddPoll polls, ResolveTags resolve, SetTags tags, TakeFiles files, LinkBar links, ReviewGate gate, HoldPost hold, FlagWords flags)
{
    public async Task<Outcome<PostPlace>> RunAsync(Viewer who, NewThread form, CancellationToken cancel)
    {
        if (who.MemberId is not { } author) return Refusal.SignInFirst;
        if (await Submissions.FindAsync(db, author, form.SubmissionId, cancel) is { } earlier && (form.Approval is null || earlier.PendingId is null)) return earlier;

        if (await WhyNotAsync(who, form, cancel) is { } refused) return refused;
        var board = (await trees.CurrentAsync(cancel)).Find(form.BoardId)!;
        var site = await settings.CurrentAsync(cancel);
        var rules = site.Posting;
        var (title, body) = (PostText.CleanTitle(form.Title), PostText.CleanBody(form.Body));
        IReadOnlyList<WordFound> found = [];
        if (form.Approval is null)
        {
            var gated = await gate.RunAsync(who, new Written(board, title, body, form.Choices with { Poll = PollRules.Clean(form.Choices.Poll) }), cancel);
            if (gated.Refusal is { } stopped) return stopped;
            found = gated.Value.Found;
            if (gated.Value.Hold is not null) return await hold.ThreadAsync(who, form, gated.Value, rules, cancel);
            (title, body, form) = (gated.Value.Title!, gated.Value.Body, form with { Choices = gated.Value.Choices });
        }
        form = form with { Choices = form.Choices with { Switches = board.Switches } };
        var poll = PollRules.Clean(form.Choices.Poll);
        var carried = await resolve.RunAsync(TagNames.Parse(form.Choices.Tags), cancel);
        if (carried.Refusal is { } unusable) return unusable;

        var rendered = await renderer.RenderAsync(body, form.Choices.Flags(), cancel);
        var by = Byline.Of(who, isTold: form.Choices.Anonymous != true);
        var done = await writer.OnceAsync(who, form.SubmissionId, async id =>
        {
            if (form.Approval is { } taking && await taking.TakeAsync(db, cancel) is { } gone) return gone;
            if (await writer.CountForAuthorAsync(who, rules, 1, cancel) is { } tooSoon) return tooSoon;
            if (form.Approval is null && await writer.WhyNotTextAsync(who, id, title, rendered, form.Choices, cancel) is { } unwanted) return unwanted;
            var thread = New(who, by, form, title);
            db.Threads.Add(thread);
            await db.SaveChangesAsync(cancel);
            writer.Add(who, id, thread.Id, 1, rendered, form.Choices, form.SubmissionId);
            if (Mentions.Of(who, body) is { Count: > 0 } names) new PostWritten(thread.Id, id, 1, null) { Mentions = names }.Announce(db, who.Now);
            writer.Announce(who, by, form.BoardId, thread.Id, title, 1);
            await db.SaveChangesAsync(cancel);
            if (poll is not null && await polls.RunAsync(who, thread.Id, id, poll, cancel) is { } noPoll) return noPoll;
            if (await tags.RunAsync(thread.Id, carried.Value, cancel) is { } noTags) return noTags;
            await DiscardDraft.PostedAsync(db, who, form.Choices, cancel);
            var place = new PostPlace(thread.Id, id, 1);
            if (form.Approval is { } approval) await approval.TellAsync(db, board.Id, place, title, cancel);
            await flags.RunAsync(db, place.PostId, found, who.Now, cancel);
            return await files.RunAsync(who, board, place, body, form.Choices.Files, true, cancel) is { } without ? without : place;
        }, cancel);
        return done.Refusal?.Code == Duplicates.OfOthers && site.Flood.DuplicatesToReview
            ? await hold.ThreadAsync(who, form, Gated.Duplicate(title, body, form.Choices, found), rules, cancel) : done;
    }

    /// <summary>What the form of a new thread refuses before anything is written; a scheduled thread is asked twice.</summary>
    public async Task<Refusal?> WhyNotAsync(Viewer who, NewThread form, CancellationToken cancel)
    {
        var board = (await trees.CurrentAsync(cancel)).Find(form.BoardId);
        if (ThreadRules.WhyNotStart(who, board) is { } refused) return refused;
        var rules = (await settings.CurrentAsync(cancel)).Posting;
        var body = PostText.CleanBody(form.Body);
        return PostRules.WhyNotTitle(PostText.CleanTitle(form.Title)) ?? PostRules.WhyNotType(who, board!, form.TypeId)
            ?? PostRules.WhyNotBody(body, rules) ?? PostRules.WhyNotHide(who, body)
            ?? ChoiceRules.WhyNot(who, board!, form.Choices, ofThread: true) ?? PollRules.WhyNotHere(board!, form.Choices.Poll) ?? PollRules.WhyNotDraft(who, PollRules.Clean(form.Choices.Poll))
            ?? TagNames.WhyNot(who, TagNames.Parse(form.Choices.Tags)) ?? PostRules.WhyNotYet(who, rules)
            ?? await links.WhyNotAsync(who, board!.PathIds, body, "Body", cancel);
    }

    private static Thread New(Viewer who, Byline by, NewThread form, string title) => new()
    {
        BoardId = form.BoardId,
        TypeId = form.TypeId is > 0 ? form.TypeId : null,
        Kind = form.Choices.Poll is null ? ThreadKind.Plain : ThreadKind.Poll,
        Title = title,
        AuthorId = who.MemberId,
        AuthorName = who.Name,
        CreatedAt = who.Now,
        LastFloor = 1,
        LastPostAt = who.Now,
        LastAuthorId = by.MemberId,
        LastAuthorName = by.Name,
        IsAnonymous = form.Choices.Anonymous ?? false,
        HidesReplies = form.Choices.HideReplies ?? false,
        ReadLevel = form.Choices.ReadLevel ?? 0,
        NewestFirst = form.Choices.NewestFirst ?? false,
        NotifiesAuthor = form.Choices.NotifyMe ?? true,
    };
}
