using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>The rows of the sample network before they are written, all born in one batch.</summary>
internal sealed class SampleRows(KithDb db, Guid batch)
{
    private readonly Dictionary<Guid, List<Interaction>> histories = [];

    internal List<Person> People { get; } = [];

    internal List<Organisation> Organisations { get; } = [];

    internal List<Position> Positions { get; } = [];

    internal List<PersonEmail> Emails { get; } = [];

    internal List<PersonPhone> Phones { get; } = [];

    internal List<PersonUrl> Urls { get; } = [];

    internal List<PersonAddress> Addresses { get; } = [];

    internal List<PersonTag> Tags { get; } = [];

    internal List<PersonSource> Sources { get; } = [];

    internal List<Exchange> Exchanges { get; } = [];

    internal List<Interaction> Interactions { get; } = [];

    internal List<Loop> Loops { get; } = [];

    internal List<Answer> Answers { get; } = [];

    internal List<Finding> Findings { get; } = [];

    internal List<Opportunity> Opportunities { get; } = [];

    internal List<Event> Events { get; } = [];

    internal List<Attendee> Attendees { get; } = [];

    internal List<Introduction> Introductions { get; } = [];

    internal List<Question> Questions { get; } = [];

    internal List<Brief> Briefs { get; } = [];

    internal List<Card> Cards { get; } = [];

    internal List<HandOut> HandOuts { get; } = [];

    internal List<CardVisit> Visits { get; } = [];

    internal List<CardReply> Replies { get; } = [];

    internal List<Stakeholder> Stakeholders { get; } = [];

    internal List<Impression> Impressions { get; } = [];

    internal List<Feedback> Feedback { get; } = [];

    internal List<Review> Reviews { get; } = [];

    internal List<SequenceRun> SequenceRuns { get; } = [];

    internal List<MessageTemplate> Templates { get; } = [];

    internal List<WrittenMessage> Messages { get; } = [];

    internal List<Claim> Claims { get; } = [];

    internal List<Evidence> Evidence { get; } = [];

    internal List<Proof> Proofs { get; } = [];

    internal List<NeedMatch> NeedMatches { get; } = [];

    internal List<Showing> Showings { get; } = [];

    internal List<OpportunityStep> OpportunitySteps { get; } = [];

    internal List<OpportunityPerson> OpportunityPeople { get; } = [];

    internal List<Contribution> Contributions { get; } = [];

    internal Guid NewId() => db.NewId();

    /// <summary>Puts a row on its list.</summary>
    internal T Add<T>(List<T> list, T row)
        where T : Entity
    {
        row.BornIn = batch;
        list.Add(row);
        if (row is Interaction interaction)
            History(interaction.PersonId).Add(interaction);
        return row;
    }

    /// <summary>What happened with a person so far, oldest first.</summary>
    internal List<Interaction> History(Guid person) => histories.TryGetValue(person, out var history) ? history : histories[person] = [];

    /// <summary>Writes everything, rows that others refer to first.</summary>
    internal async Task Write(CancellationToken ct)
    {
        await db.Insert(People, ct);
        await db.Insert(Organisations, ct);
        await db.Insert(Positions, ct);
        await db.Insert(Emails, ct);
        await db.Insert(Phones, ct);
        await db.Insert(Urls, ct);
        await db.Insert(Addresses, ct);
        await db.Insert(Tags, ct);
        await db.Insert(Sources, ct);
        await db.Insert(Events, ct);
        await db.Insert(Exchanges, ct);
        await db.Insert(Interactions, ct);
        await db.Insert(Opportunities, ct);
        await db.Insert(Introductions, ct);
        await db.Insert(SequenceRuns, ct);
        await db.Insert(Loops, ct);
        await db.Insert(Answers, ct);
        await db.Insert(Questions, ct);
        await db.Insert(Findings, ct);
        await db.Insert(Briefs, ct);
        await db.Insert(Attendees, ct);
        await db.Insert(Cards, ct);
        await db.Insert(HandOuts, ct);
        await db.Insert(Visits, ct);
        await db.Insert(Replies, ct);
        await db.Insert(Stakeholders, ct);
        await db.Insert(Templates, ct);
        await db.Insert(Messages, ct);
        await db.Insert(Claims, ct);
        await db.Insert(Evidence, ct);
        await db.Insert(Proofs, ct);
        await db.Insert(NeedMatches, ct);
        await db.Insert(Showings, ct);
        await db.Insert(Impressions, ct);
        await db.Insert(Feedback, ct);
        await db.Insert(Reviews, ct);
        await db.Insert(OpportunitySteps, ct);
        await db.Insert(OpportunityPeople, ct);
        await db.Insert(Contributions, ct);
    }
}
