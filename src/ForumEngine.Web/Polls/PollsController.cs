using ForumEngine.Polls;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Polls;

/// <summary>Voting, who voted, and changing a poll. The poll itself stands in its thread's page.</summary>
[Access(Audience.Members), Route("threads/{id:long}")]
public sealed class PollsController(FindPoll find, VoteInPoll vote, PollVotersQuery voters, ChangePoll change, EndPoll end) : ForumController
{
    /// <summary>The poll alone: where a vote that was refused is said, and where signing in leads back to.</summary>
    [HttpGet("vote")]
    public async Task<IActionResult> Ask(long id)
    {
        var found = await find.RunAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Vote", found.Value);
    }

    [HttpPost("vote")]
    public async Task<IActionResult> Vote(long id, VoteForm form)
    {
        if (await vote.RunAsync(Viewer, id, form.Choices, Cancel) is not { } refused) return SeeOther($"/threads/{id}#poll");
        var found = await find.RunAsync(Viewer, id, Cancel);
        if (found.Refusal is { } gone) return Refused(gone);
        ViewData["chosen"] = form.Choices;
        return FormAgain(refused, "Vote", found.Value);
    }

    [HttpGet("voters"), Access(Audience.Everyone)]
    public async Task<IActionResult> Voters(long id, long? option, int? after)
    {
        var found = await voters.RunAsync(Viewer, id, option, after, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View(found.Value);
    }

    [HttpGet("poll")]
    public async Task<IActionResult> Change(long id)
    {
        var found = await find.ForChangingAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Change", ChangeView.Of(Viewer, found.Value));
    }

    [HttpPost("poll")]
    public async Task<IActionResult> Change(long id, ChangeForm form)
    {
        var found = await find.ForChangingAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var again = ChangeView.Of(Viewer, found.Value) with { Form = form };
        if (form.AddPollOption is not null) return View("Change", again);
        return await change.RunAsync(Viewer, id, form.Edits(), Cancel) is { } wrong ? FormAgain(wrong, "Change", again) : SeeOther($"/threads/{id}#poll");
    }

    [HttpPost("poll/end")]
    public async Task<IActionResult> End(long id) =>
        await end.RunAsync(Viewer, id, Cancel) is { } refused ? Refused(refused) : SeeOther($"/threads/{id}#poll");
}

/// <summary>Names the texts of polls: PollsText.resx, PollsText.en.resx.</summary>
public sealed class PollsText;
