namespace ForumEngine.Web.Scheduling;

/// <summary>The field "publish at" of the form of a new thread, in the reader's time zone.</summary>
public sealed record ScheduleField(DateTime? At, bool Waits = false);
