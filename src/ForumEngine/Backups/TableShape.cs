using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ForumEngine.Backups;

/// <summary>A table as the model has it, so that one that comes later can't be forgotten.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnNote> Columns, IReadOnlyList<string> Key)
{
    /// <summary>What a site that is only migrated may hold: rows that come with the schema, and what a running program notes for itself.</summary>
    private static readonly string[] Machinery = ["leases", "data_protection_keys"];

    public static IReadOnlyList<TableShape> All(ForumDb db) => [.. db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(Of)];

    private static TableShape Of(ITable table) => new(table.Name,
        [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new ColumnNote(c.Name, KindOf(c)))],
        [.. table.PrimaryKey!.Columns.Select(c => c.Name)]);

    /// <summary>Tables in which rows are no sign of a site.</summary>
    public static IReadOnlySet<string> FilledBySchema(ForumDb db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
        .Where(e => e.GetSeedData().Any()).Select(e => e.GetTableName()!).Concat(Machinery).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static ValueKind KindOf(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => ValueKind.Flag,
            _ when type == typeof(string) => ValueKind.Text,
            _ when type == typeof(DateTime) => ValueKind.Time,
            _ when type == typeof(DateTimeOffset) => ValueKind.Moment,
            _ when type == typeof(DateOnly) => ValueKind.Day,
            _ when type == typeof(Guid) => ValueKind.Key,
            _ when type == typeof(byte[]) => ValueKind.Bytes,
            _ when type == typeof(double) || type == typeof(float) => ValueKind.Real,
            _ when type == typeof(byte) || type == typeof(short) || type == typeof(ushort) || type == typeof(int) || type == typeof(uint) || type == typeof(long) || type.IsEnum => ValueKind.Whole,
            _ => throw new InvalidOperationException($"{column.Table.Name}.{column.Name}: backups don't know {type.Name} yet."),
        };
    }
}
