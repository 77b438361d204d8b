using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ForumEngine.Migrations.Sqlite;

/// <summary>For <c>scripts/add-migration</c>; opens no database.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<ForumDb>
{
    public ForumDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ForumDb>)new DbContextOptionsBuilder<ForumDb>().UseForumSqlite("Data Source=:memory:").Options);
}
