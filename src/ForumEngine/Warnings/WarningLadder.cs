namespace ForumEngine.Warnings;

/// <summary>What counting needs of a warning.</summary>
public sealed record CountedWarning(int Id, int Points, int? BoardId, DateTime At, DateTime? ExpiresAt);

/// <summary>
/// Which steps of the ladder a warning brings about, and which sanctions the warnings that are left still carry. Pure; all
/// warnings given are unrevoked.
/// </summary>
public static class WarningLadder
{
    /// <summary>
    /// The steps whose measure the newest warning fills: below it before, at or above it with it. So each is tripped once,
    /// and again only after warnings have expired or were revoked.
    /// </summary>
    public static IEnumerable<WarningStep> Tripped(IEnumerable<WarningStep> steps, IReadOnlyCollection<CountedWarning> before, CountedWarning newest) =>
        from step in steps
        let board = step.InBoard ? newest.BoardId : null
        where !(step.InBoard && board is null)
        let count = before.Where(w => w.Id != newest.Id && Counts(w, board, newest.At, step.WithinDays)).Sum(w => Weight(w, step.CountsWarnings))
        where count < step.Threshold && count + Weight(newest, step.CountsWarnings) >= step.Threshold
        select step;

    /// <summary>Whether these warnings fill the measure on their own, at the trip's time or with one that came later.</summary>
    public static bool Carry(IReadOnlyCollection<CountedWarning> left, WarningTrip trip) =>
        left.Where(w => w.At >= trip.At).Select(w => w.At).Append(trip.At).Any(at =>
            left.Where(w => Counts(w, trip.BoardId, at, trip.WithinDays)).Sum(w => Weight(w, trip.CountsWarnings)) >= trip.Threshold);

    private static bool Counts(CountedWarning w, int? board, DateTime at, int days) =>
        (board is null || w.BoardId == board) && w.At <= at && w.At > at.AddDays(-days) && (w.ExpiresAt is null || w.ExpiresAt > at);

    private static int Weight(CountedWarning w, bool countsWarnings) => countsWarnings ? 1 : w.Points;
}
