using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Setup;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Harness;

/// <summary>What every test database starts from: a site that was set up with its founder, without boards.</summary>
public static class Template
{
    /// <summary>The name of the member who may everything.</summary>
    public const string Founder = "founder";
    /// <summary>The founder's.</summary>
    public const string Password = "correct horse 9 battery";

    public static async Task FillAsync(DatabaseOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddForumEngine(options)
            .AddScoped<ILookupNormalizer, MemberLookup>().BuildServiceProvider();
        await services.GetRequiredService<SchemaState>().MigrateAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var order = new SiteOrder("Test site", Founder, "founder@example.test", Password, "empty");
        Assert.Null((await scope.ServiceProvider.GetRequiredService<SetUpSite>().RunAsync(order, CancellationToken.None)).Refusal);
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        foreach (var kind in (BoardKind[])[BoardKind.SubBoard, BoardKind.Board, BoardKind.Category])
            await db.Boards.Where(b => b.Kind == kind).ExecuteDeleteAsync();
    }
}
