namespace ForumEngine.Boards;

/// <summary>
/// The watermark per member and board: threads with a post after <see cref="NewSince"/> are new. A visit that follows the last
/// one within <see cref="VisitLasts"/> belongs to it, so reloading the page doesn't unmark what was not read yet.
/// </summary>
public sealed class BoardVisit
{
    public static readonly TimeSpan VisitLasts = TimeSpan.FromMinutes(15);

    public int MemberId { get; init; }
    public int BoardId { get; init; }
    public DateTime SeenAt { get; set; }
    public DateTime NewSince { get; set; }
}
