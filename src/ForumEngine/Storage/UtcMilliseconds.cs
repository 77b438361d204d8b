using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ForumEngine.Storage;

/// <summary>
/// Every time in the database is UTC, cut to milliseconds, so that a value read back equals the value written
/// on SQLite, MariaDB and MySQL alike.
/// </summary>
public sealed class UtcMilliseconds() : ValueConverter<DateTime, DateTime>(
    toStore => Cut(toStore), fromStore => DateTime.SpecifyKind(fromStore, DateTimeKind.Utc))
{
    public static DateTime Cut(DateTime time)
    {
        var utc = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
        return new DateTime(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
    }
}

/// <summary>The clock as the engine reads it.</summary>
public static class Clock
{
    /// <summary>Now in UTC, cut to milliseconds as the database keeps it.</summary>
    public static DateTime Now(this TimeProvider clock) => UtcMilliseconds.Cut(clock.GetUtcNow().UtcDateTime);
}
