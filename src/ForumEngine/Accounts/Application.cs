using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Accounts;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    Waiting = 0, Approved = 1, Refused = 2,
}

/// <summary>A registration that staff decide on (<c>Registration.Mode = review</c>); the member may read but not write until then.</summary>
public sealed class Application
{
    public const int ReasonLength = 500;

    public int MemberId { get; init; }

    /// <summary>What the applicant says.</summary>
    public string Reason { get; init; } = "";

    public DateTime At { get; init; }
    public ApplicationState State { get; set; }
    public DateTime? DecidedAt { get; set; }
    public int? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";

    /// <summary>What staff told the applicant.</summary>
    public string Note { get; set; } = "";
}

public static class Applicants
{
    /// <summary>Without those whose application waits or was refused: they are no members yet, to others.</summary>
    public static IQueryable<Member> Admitted(this IQueryable<Member> members, Storage.ForumDb db) =>
        members.Where(m => !db.Applications.Any(a => a.MemberId == m.Id && a.State != ApplicationState.Approved));
}

internal sealed class ApplicationTable : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications").HasKey(a => a.MemberId);
        builder.Property(a => a.MemberId).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasMaxLength(Application.ReasonLength);
        builder.Property(a => a.DecidedByName).HasMaxLength(Member.NameLength);
        builder.Property(a => a.Note).HasMaxLength(Application.ReasonLength);
        builder.HasIndex(a => new { a.State, a.At });
        builder.HasOne<Member>().WithOne().HasForeignKey<Application>(a => a.MemberId);
    }
}
