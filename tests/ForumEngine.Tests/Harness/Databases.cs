namespace ForumEngine.Tests.Harness;

/// <summary>The databases that every test runs on.</summary>
public enum Db
{
    Sqlite,
    MariaDb,
    MySql,
}

/// <summary>Theory rows; <see cref="EveryDatabaseAttribute"/> gives them all.</summary>
public static class Databases
{
    public static TheoryData<Db> All => [Db.Sqlite, Db.MariaDb, Db.MySql];

    public static TheoryData<Db> Servers => [Db.MariaDb, Db.MySql];

    /// <summary>
    /// The connection string of a server, without a database. One that is not there skips the test with a reason,
    /// and fails it in CI.
    /// </summary>
    public static string Server(Db db)
    {
        var variable = db == Db.MariaDb ? "FORUM_TEST_MARIADB" : "FORUM_TEST_MYSQL";
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given) return given;
        Missing($"{db} is not here: {variable} is not set (tests/run starts a server and sets it).");
        return "";
    }

    /// <summary>Skips, and fails in CI.</summary>
    public static void Missing(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }
}
