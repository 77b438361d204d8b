using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Architecture;

/// <summary>A schema as sorted lines: "table column" and "table index(columns)". Types differ per server and are left out.</summary>
internal static class SchemaNames
{
    public static Task<List<string>> OfSqliteAsync(TestForum forum) => ReadAsync(forum, $"""
        SELECT m.name || ' ' || c.name AS Value FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT i.tbl_name || ' ' || i.name || '(' || (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
        FROM sqlite_master i WHERE i.type = 'index' AND i.name NOT LIKE 'sqlite%'
        """);

    public static Task<List<string>> OfServerAsync(TestForum forum) => ReadAsync(forum, $"""
        SELECT CONCAT(table_name, ' ', column_name) AS Value FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT CONCAT(MIN(table_name), ' ', index_name, '(', GROUP_CONCAT(column_name ORDER BY seq_in_index), ')')
        FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY' GROUP BY table_name, index_name
        """);

    private static async Task<List<string>> ReadAsync(TestForum forum, FormattableString sql) =>
        [.. (await forum.Rows(db => db.Database.SqlQuery<string>(sql).ToListAsync())).Order(StringComparer.Ordinal)];
}
