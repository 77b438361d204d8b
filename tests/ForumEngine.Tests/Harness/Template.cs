using System.Text.Json;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Harness;

/// <summary>What every test database starts from: the schema and the default groups.</summary>
internal static class Template
{
    public static async Task FillAsync(DatabaseOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddForumEngine(options).BuildServiceProvider();
        await services.GetRequiredService<SchemaState>().MigrateAsync(CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<ForumDb>>().CreateDbContextAsync();
        await AddGroupsAsync(db);
    }

    private static async Task AddGroupsAsync(ForumDb db)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Checkout.File("src/ForumEngine/Groups/default-groups.json")));
        foreach (var g in json.RootElement.GetProperty("groups").EnumerateArray())
        {
            var group = new Group
            {
                Id = g.GetProperty("id").GetInt32(),
                Kind = Enum.Parse<GroupKind>(g.GetProperty("kind").GetString()!, ignoreCase: true),
                Title = g.GetProperty("title").GetProperty("zh").GetString()!,
                TitleEn = g.GetProperty("title").GetProperty("en").GetString()!,
                Stars = g.GetProperty("stars").GetInt32(),
                CreditsFrom = g.TryGetProperty("creditsFrom", out var from) ? from.GetInt32() : null,
            };
            group.Rank = RankOf(group.Id);
            db.Groups.Add(group);
            foreach (var right in g.GetProperty("boardRights").EnumerateObject().Concat(g.GetProperty("rights").EnumerateObject()))
                db.GroupRules.Add(new GroupRule { GroupId = group.Id, Right = right.Name, Value = right.Value.GetInt32() });
        }
        await db.SaveChangesAsync();
    }

    private static Rank RankOf(int group) => group switch
    {
        Group.Administrators => Rank.Administrator,
        Group.SuperModerators => Rank.SuperModerator,
        Group.Moderators => Rank.Moderator,
        _ => Rank.Member,
    };
}
