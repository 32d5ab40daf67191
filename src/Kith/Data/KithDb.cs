using Kith.Domain;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>
/// The database of one installation, seen from one workspace: a global filter scopes every query, every write is logged and stamped, and
/// projections follow in the same transaction.
/// </summary>
public abstract class KithDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Name of the query filter that hides what is in the trash.</summary>
    public const string TrashFilter = "Trash";

    private CurrentWorkspace current = new();
    private Batch? batch;
    private string? title;
    private Guid? undoes;
    private Guid? partOf;
    private int sequence;

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Duplicate> Duplicates => Set<Duplicate>();

    public DbSet<Acquaintance> Acquaintances => Set<Acquaintance>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<TargetOrganisation> Targets => Set<TargetOrganisation>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonEmail> Emails => Set<PersonEmail>();

    public DbSet<PersonPhone> Phones => Set<PersonPhone>();

    public DbSet<PersonUrl> Urls => Set<PersonUrl>();

    public DbSet<PersonAddress> Addresses => Set<PersonAddress>();

    public DbSet<PersonTag> Tags => Set<PersonTag>();

    public DbSet<PersonSource> Sources => Set<PersonSource>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<Exchange> Exchanges => Set<Exchange>();

    public DbSet<Interaction> Interactions => Set<Interaction>();

    public DbSet<Loop> Loops => Set<Loop>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<Audience> Audiences => Set<Audience>();

    public DbSet<Stakeholder> Stakeholders => Set<Stakeholder>();

    public DbSet<Attendee> Attendees => Set<Attendee>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<Brief> Briefs => Set<Brief>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<HandOut> HandOuts => Set<HandOut>();

    public DbSet<CardVisit> CardVisits => Set<CardVisit>();

    public DbSet<CardReply> CardReplies => Set<CardReply>();

    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<Sequence> Sequences => Set<Sequence>();

    public DbSet<SequenceRun> SequenceRuns => Set<SequenceRun>();

    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();

    public DbSet<WrittenMessage> WrittenMessages => Set<WrittenMessage>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Proof> Proofs => Set<Proof>();

    public DbSet<NeedMatch> NeedMatches => Set<NeedMatch>();

    public DbSet<Showing> Showings => Set<Showing>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<Impression> Impressions => Set<Impression>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<OpportunityStep> OpportunitySteps => Set<OpportunityStep>();

    public DbSet<OpportunityPerson> OpportunityPeople => Set<OpportunityPerson>();

    public DbSet<CriterionRating> CriterionRatings => Set<CriterionRating>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();

    /// <summary>The workspace every query is scoped to.</summary>
    public Guid WorkspaceId => current.Id;

    /// <summary>Who acts, for the change log.</summary>
    public string Who => current.Who;

    /// <summary>The clock of the change log and of new identifiers.</summary>
    public TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>The batch of what this context has saved so far: hand it to undo. Null while nothing was saved.</summary>
    public Guid? LastBatch => batch?.Id;

    /// <summary>Takes a (pooled) context into use for a workspace.</summary>
    public KithDb For(CurrentWorkspace workspace, TimeProvider clock)
    {
        (current, Clock, batch, title, undoes, partOf, sequence) = (workspace, clock, null, null, null, null, 0);
        return this;
    }

    /// <summary>The user's days by the clock of the change log.</summary>
    internal WorkspaceClock Days => new(Clock, current);

    /// <summary>A new identifier.</summary>
    public Guid NewId() => Ids.New(Clock);

    /// <summary>Says what the following saves do, as the user would put it; they become one batch.</summary>
    /// <param name="what">The act in the past tense: "Logged a call with Ana".</param>
    /// <param name="takesBack">The batch that the act takes back, if it is an undo.</param>
    /// <param name="completes">The batch that the act belongs to and is taken back with.</param>
    public void Act(string what, Guid? takesBack = null, Guid? completes = null) =>
        (batch, title, undoes, partOf, sequence) = (null, what, takesBack, completes, 0);

    /// <summary>Continues a batch that exists already, as an import does.</summary>
    public void Continue(Batch existing) => (batch, sequence) = (existing, 0);

    /// <summary>People whose folded words begin with the words of a text; unranked. Everybody when the text has no word.</summary>
    public abstract IQueryable<Person> PeopleMatching(string text);

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous here; await SaveChangesAsync.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var touched = await Projections.Touched(this, cancellationToken);
        if (touched.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Projections.Refresh(this, touched, cancellationToken);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>The batch of the running act; made when the first change needs it.</summary>
    internal Batch OpenBatch()
    {
        if (batch is null)
        {
            batch = new() { Id = NewId(), WorkspaceId = WorkspaceId, Title = title ?? "Change", Who = Who, At = Clock.GetUtcNow().UtcDateTime, Undoes = undoes, PartOf = partOf };
            Add(batch);
        }
        return batch;
    }

    /// <summary>The place of the next log line in the batch: one count over all its saves, because undo runs it backwards.</summary>
    internal int NextSequence() => sequence++;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Schema.Conventions(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Schema.Build(builder, this);
    }
}
