using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Architecture;

/// <summary>One model, two providers, three databases: the same schema on each.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_for_sqlite_are_up_to_date()
    {
        using var db = Models.Sqlite();
        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/add-migration NAME.");
    }

    [Fact]
    public void The_migrations_for_mysql_are_up_to_date()
    {
        using var db = Models.MySql();
        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/add-migration NAME.");
    }

    [Fact]
    public void Both_providers_have_the_same_migrations()
    {
        using var sqlite = Models.Sqlite();
        using var mySql = Models.MySql();
        // The ids differ in the seconds that lie between the two runs of the generator.
        Assert.Equal(Names(sqlite), Names(mySql));

        static List<string> Names(DbContext db) => [.. db.Database.GetMigrations().Select(id => id.Split('_', 2)[1])];
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task A_server_has_the_tables_columns_and_indexes_that_sqlite_has(Db db)
    {
        await using var sqlite = await Forum.OpenAsync(Db.Sqlite);
        await using var server = await Forum.OpenAsync(db);
        var expected = await SchemaNames.OfSqliteAsync(sqlite);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await SchemaNames.OfServerAsync(server));
    }

    /// <summary>Under a server's own default two emoji are equal, and so are e and é. A char(36) is a GUID, kept in ASCII.</summary>
    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Every_text_column_of_a_server_compares_by_code_point(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var others = await forum.Rows(d => d.Database.SqlQuery<string>($"""
            SELECT CONCAT(table_name, '.', column_name, ' ', collation_name) AS Value FROM information_schema.columns
            WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND collation_name <> 'utf8mb4_bin'
            AND table_name <> '__EFMigrationsHistory' AND column_type <> 'char(36)'
            """).ToListAsync());
        Expect.None(others);
    }

    [Theory, EveryDatabase]
    public async Task Emoji_accents_and_case_are_told_apart_and_come_back_as_written(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        string[] names = ["é", "e", "E", "😀", "😁", "𠮷野家", "i", "I", "ı", "ａ", "a", "straße", "strasse"];
        foreach (var name in names) await forum.CategoryAsync(name);
        foreach (var name in names)
            Assert.Equal([name], await forum.Rows(d => d.Boards.Where(b => b.Name == name).Select(b => b.Name).ToListAsync()));
    }
}
