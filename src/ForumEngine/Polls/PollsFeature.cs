using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Polls;

/// <summary>投票: polls in threads.</summary>
public static class PollsFeature
{
    public static IServiceCollection AddPolls(this IServiceCollection services) => services
        .AddScoped<AddPoll>().AddScoped<VoteInPoll>().AddScoped<PollQuery>().AddScoped<FindPoll>().AddScoped<ChangePoll>().AddScoped<EndPoll>().AddScoped<PollVotersQuery>();
}
