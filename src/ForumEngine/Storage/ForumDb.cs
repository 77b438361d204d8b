using ForumEngine.Accounts;
using ForumEngine.Acts;
using ForumEngine.Addresses;
using ForumEngine.Announcements;
using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Challenges;
using ForumEngine.Cleaning;
using ForumEngine.Codes;
using ForumEngine.Drafts;
using ForumEngine.Flood;
using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Legal;
using ForumEngine.Likes;
using ForumEngine.Links;
using ForumEngine.Look;
using ForumEngine.Mail;
using ForumEngine.Members;
using ForumEngine.Notices;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Reports;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using ForumEngine.Tags;
using ForumEngine.Warnings;
using ForumEngine.Words;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Storage;

/// <summary>
/// The unit of work, injected where data is read or written. Tracks nothing by default; reading pages project into records.
/// Each feature maps its own tables (<c>*Table.cs</c> beside the entity).
/// </summary>
public sealed class ForumDb(DbContextOptions<ForumDb> options) : IdentityUserContext<Member, int>(options)
{
    public DbSet<Member> Members => Users;
    public DbSet<MemberGroup> MemberGroups => Set<MemberGroup>();
    public DbSet<NameChange> NameChanges => Set<NameChange>();
    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<AdminRole> AdminRoles => Set<AdminRole>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<GroupRule> GroupRules => Set<GroupRule>();
    public DbSet<Board> Boards => Set<Board>();
    public DbSet<BoardStats> BoardStats => Set<BoardStats>();
    public DbSet<BoardModerator> BoardModerators => Set<BoardModerator>();
    public DbSet<BoardCell> BoardCells => Set<BoardCell>();
    public DbSet<BoardOverride> BoardOverrides => Set<BoardOverride>();
    public DbSet<BoardVisit> BoardVisits => Set<BoardVisit>();
    public DbSet<ThreadType> ThreadTypes => Set<ThreadType>();
    public DbSet<TypeSet> TypeSets => Set<TypeSet>();
    public DbSet<Stamp> Stamps => Set<Stamp>();
    public DbSet<Thread> Threads => Set<Thread>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostVersion> PostVersions => Set<PostVersion>();
    public DbSet<Like> Likes => Set<Like>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Poll> Polls => Set<Poll>();
    public DbSet<PollOption> PollOptions => Set<PollOption>();
    public DbSet<PollBallot> PollBallots => Set<PollBallot>();
    public DbSet<PollVote> PollVotes => Set<PollVote>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<ThreadTag> ThreadTags => Set<ThreadTag>();
    public DbSet<Code> Codes => Set<Code>();
    public DbSet<Word> Words => Set<Word>();
    public DbSet<WordDay> WordDays => Set<WordDay>();
    public DbSet<PendingPost> PendingPosts => Set<PendingPost>();
    public DbSet<ReviewPolicy> ReviewPolicies => Set<ReviewPolicy>();
    public DbSet<DryRun> DryRuns => Set<DryRun>();
    public DbSet<Sanction> Sanctions => Set<Sanction>();
    public DbSet<Warning> Warnings => Set<Warning>();
    public DbSet<WarningStep> WarningSteps => Set<WarningStep>();
    public DbSet<WarningTrip> WarningTrips => Set<WarningTrip>();
    public DbSet<AddressBan> AddressBans => Set<AddressBan>();
    public DbSet<MailDomain> MailDomains => Set<MailDomain>();
    public DbSet<TextPrint> TextPrints => Set<TextPrint>();
    public DbSet<Sweep> Sweeps => Set<Sweep>();
    public DbSet<UsedChallenge> UsedChallenges => Set<UsedChallenge>();
    public DbSet<EvidencePost> EvidencePosts => Set<EvidencePost>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<Rule> Rules => Set<Rule>();
    public DbSet<CleanUp> CleanUps => Set<CleanUp>();
    public DbSet<CleanUpItem> CleanUpItems => Set<CleanUpItem>();
    public DbSet<ReportCase> ReportCases => Set<ReportCase>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ThreadRecord> ThreadRecords => Set<ThreadRecord>();
    public DbSet<BinItem> BinItems => Set<BinItem>();
    public DbSet<CaseCategory> ReportCategories => Set<CaseCategory>();
    public DbSet<CaseComment> CaseComments => Set<CaseComment>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<StaffAct> StaffActs => Set<StaffAct>();
    public DbSet<StaffNote> StaffNotes => Set<StaffNote>();
    public DbSet<StaffWork> StaffWork => Set<StaffWork>();
    public DbSet<StaffPace> StaffPaces => Set<StaffPace>();
    public DbSet<CannedReason> CannedReasons => Set<CannedReason>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<LookImage> LookImages => Set<LookImage>();
    public DbSet<MailRecord> MailRecords => Set<MailRecord>();
    public DbSet<MailTemplate> MailTemplates => Set<MailTemplate>();
    public DbSet<SitePicture> SitePictures => Set<SitePicture>();
    public DbSet<SiteLink> SiteLinks => Set<SiteLink>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<JobFailure> JobFailures => Set<JobFailure>();
    public DbSet<SiteDay> SiteDays => Set<SiteDay>();
    public DbSet<SiteCounter> SiteCounters => Set<SiteCounter>();
    public DbSet<Sequence> Sequences => Set<Sequence>();
    public DbSet<KindVersion> KindVersions => Set<KindVersion>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<StoredKey> Keys => Set<StoredKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMilliseconds>().HavePrecision(3);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ForumDb).Assembly);
        // Server defaults differ: under a general collation two emoji are equal and é = e. Look-ups that should not
        // care about case go through a folded column.
        if (Database.IsMySql()) builder.HasCharSet("utf8mb4").UseCollation("utf8mb4_bin");
    }
}
