using System.Reflection;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Tests.Architecture;

/// <summary>The one cut there is (architecture.md 1): the engine knows no MVC.</summary>
public sealed class EngineTests
{
    private static readonly Assembly Engine = typeof(ForumDb).Assembly;

    [Fact]
    public void The_engine_knows_no_mvc_and_no_http() =>
        Assert.DoesNotContain(Engine.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) ||
            a.Name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal) ||
            a.Name.StartsWith("Microsoft.AspNetCore.Razor", StringComparison.Ordinal));

    [Fact]
    public void The_markup_library_references_the_sanitizer_and_nothing_else_of_note()
    {
        var names = typeof(ForumEngine.Markup.PostMarkup).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal));
        Assert.All(names, n => Assert.Contains(n, (string[])["HtmlSanitizer", "AngleSharp", "AngleSharp.Css"]));
    }

    /// <summary>SQLite can't order by it. LockoutEnd is Identity's own and never filled (lockout is off).</summary>
    [Fact]
    public void No_entity_has_a_DateTimeOffset()
    {
        using var db = Models.Sqlite();
        var found = from entity in db.Model.GetEntityTypes()
                    from property in entity.GetProperties()
                    where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset)
                    where property.Name != nameof(IdentityUser.LockoutEnd)
                    select $"{entity.ShortName()}.{property.Name}";
        Expect.None(found);
    }

    [Fact]
    public void Every_time_is_kept_in_utc_and_to_the_millisecond()
    {
        using var db = Models.Sqlite();
        var found = from entity in db.Model.GetEntityTypes()
                    from property in entity.GetProperties()
                    where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTime)
                    where property.GetValueConverter() is not UtcMilliseconds
                    select $"{entity.ShortName()}.{property.Name}";
        Expect.None(found);
    }
}
