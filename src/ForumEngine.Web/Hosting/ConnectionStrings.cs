using ForumEngine.Storage;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace ForumEngine.Web.Hosting;

/// <summary>Fills in what every connection needs. A malformed string throws ArgumentException.</summary>
internal static class ConnectionStrings
{
    public static string Complete(DatabaseProvider provider, string text, string root) =>
        provider == DatabaseProvider.Sqlite ? Sqlite(text, root) : MySql(text);

    /// <summary>A relative file is under the repository's root in a checkout, else under the current folder.</summary>
    private static string Sqlite(string text, string root)
    {
        var builder = new SqliteConnectionStringBuilder(text);
        if (builder.DataSource != ":memory:") builder.DataSource = Path.GetFullPath(builder.DataSource, root);
        return builder.ToString();
    }

    private static string MySql(string text)
    {
        var builder = new MySqlConnectionStringBuilder(text);
        builder.CharacterSet = "utf8mb4";
        // A database that went away must be noticed in seconds, not after the default of 15.
        if (!text.Contains("Connection Timeout", StringComparison.OrdinalIgnoreCase)) builder.ConnectionTimeout = 5;
        return builder.ToString();
    }
}
