using ForumEngine.Jobs;
using ForumEngine.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Boards;

/// <summary>The board tree, the index and the watermarks.</summary>
public static class BoardsFeature
{
    public static void AddBoards(this IServiceCollection services) => services
        .AddSingleton<BoardTrees>().AddScoped<IndexPageQuery>()
        .AddScoped<BoardDesk>().AddScoped<AddBoard>().AddScoped<ChangeBoard>().AddScoped<MoveBoard>().AddScoped<OrderBoards>()
        .AddScoped<SetModerators>().AddScoped<BoardHistory>().AddScoped<SetBoardPassword>().AddScoped<SetCells>().AddScoped<EditRules>().AddScoped<OpenBoard>()
        .AddScoped<MergeBoards>().AddScoped<DeleteBoard>().AddScoped<CopyBoard>().AddSingleton<IOutboxHandler, FollowMergedBoard>().AddScoped<SetThreadTypes>().AddKept<TypeSet>().AddScoped<IKeptFollower<TypeSet>, FollowTypeSet>()
        .AddSingleton<Visits>().AddSingleton<IJob>(p => p.GetRequiredService<Visits>());
}
