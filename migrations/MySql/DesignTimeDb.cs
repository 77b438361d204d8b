using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ForumEngine.Migrations.MySql;

/// <summary>For <c>scripts/add-migration</c>; opens no database, so the server's version is fixed.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<ForumDb>
{
    public ForumDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ForumDb>)new DbContextOptionsBuilder<ForumDb>()
            .UseForumMySql("Server=localhost", DatabaseProviders.DesignTimeVersion).Options);
}
