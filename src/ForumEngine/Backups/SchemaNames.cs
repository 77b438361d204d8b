using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Backups;

/// <summary>Migrations by name: the two providers' differ in the time at their beginning only.</summary>
internal static class SchemaNames
{
    public static string Newest(ForumDb db) => NameOf(db.Database.GetMigrations().Last());

    /// <summary>This provider's migration of that name; null when this version has none.</summary>
    public static string? Find(ForumDb db, string name) => db.Database.GetMigrations().SingleOrDefault(m => NameOf(m) == name);

    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
