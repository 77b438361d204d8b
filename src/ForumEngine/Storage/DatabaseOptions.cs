namespace ForumEngine.Storage;

public enum DatabaseProvider
{
    Sqlite,

    /// <summary>MySQL 8.0 to 9.7 and MariaDB 10.6 to 11.</summary>
    MySql,
}

/// <summary>Section <c>Database</c> of the configuration, with the connection string resolved.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    public const string SqliteMigrations = "ForumEngine.Migrations.Sqlite";
    public const string MySqlMigrations = "ForumEngine.Migrations.MySql";
}
