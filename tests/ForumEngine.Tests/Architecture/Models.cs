using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Architecture;

/// <summary>The model as each provider sees it; opens no connection.</summary>
internal static class Models
{
    public static ForumDb Sqlite() =>
        new((DbContextOptions<ForumDb>)new DbContextOptionsBuilder<ForumDb>().UseForumSqlite("Data Source=:memory:").Options);

    public static ForumDb MySql() =>
        new((DbContextOptions<ForumDb>)new DbContextOptionsBuilder<ForumDb>().UseForumMySql("Server=nowhere", DatabaseProviders.DesignTimeVersion).Options);
}
