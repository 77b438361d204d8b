namespace ForumEngine.Staff;

/// <summary>The staff log, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record StaffLogList(IReadOnlyList<StaffLogLine> Lines, long? Next);

public sealed record StaffLogLine(StaffAct Act, string? ThreadTitle, string? MemberName, long? RecordId);
