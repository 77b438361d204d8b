using ForumEngine.Notices;

namespace ForumEngine.Sanctions;

/// <summary>How sanctions are written down: in the staff log and in the member's inbox.</summary>
internal static class SanctionLog
{
    public const string Lifted = "member.unsanction";

    public static string Issued(SanctionKind kind) => kind switch
    {
        SanctionKind.Block => "member.block",
        SanctionKind.Lock => "member.lock",
        SanctionKind.Review => "member.review",
        SanctionKind.NoLinks => "member.nolinks",
        _ => "member.mute",
    };

    /// <summary>Never names who issued it: whether that is public is the darkroom's setting, at the time of reading.</summary>
    public static Notice NoticeTo(Sanction sanction, NoticeKind kind, DateTime now, string reason) =>
        new() { MemberId = sanction.MemberId, Kind = kind, At = now, SanctionId = sanction.Id, Reason = reason };
}
