using System.Text.Json.Serialization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Shows one person: the facts, what is open, the story, and how the relationship stands.</summary>
public static class ShowPerson
{
    // More contacts than this change neither stage nor rhythm in a way anybody could see.
    private const int MostContacts = 5000;

    /// <summary>Who, from where in the story on, and which kind of moment alone: <c>interaction</c>, <c>exchange</c>, <c>finding</c>, <c>loop</c>, <c>showing</c> or <c>impression</c>.</summary>
    public sealed record Query(Guid Person, string? Before = null, string? Only = null);

    /// <summary>A person with everything that is known.</summary>
    public sealed record Shown : PersonRecord
    {
        internal Shown(PersonRecord person)
            : base(person)
        {
        }

        /// <summary>How far the relationship has come.</summary>
        public required Stage Stage { get; init; }

        /// <summary>True when the tie has been silent for three years; absent otherwise.</summary>
        public bool? Dormant { get; init; }

        /// <summary>0-100: the chance that the two turn to each other within 90 days.</summary>
        public required int Strength { get; init; }

        /// <summary>What made the strength, the most telling first.</summary>
        public required IReadOnlyList<Reason> StrengthReasons { get; init; }

        /// <summary>What in the history makes the stage.</summary>
        public required IReadOnlyList<string> StageEvidence { get; init; }

        /// <summary>How long the two have been silent for longer than usual, in one clause; absent while they are not drifting.</summary>
        public string? Drift { get; init; }

        /// <summary>The strength in one sentence.</summary>
        public required string StrengthReason { get; init; }

        /// <summary>The usual number of days between two contacts; absent while there are too few.</summary>
        public double? RhythmDays { get; init; }

        /// <summary>What is open between the two.</summary>
        public required IReadOnlyList<OpenLoopRecord> Loops { get; init; }

        /// <summary>Whom the person knows, as far as it was noted.</summary>
        public required IReadOnlyList<Knows> Knows { get; init; }

        /// <summary>What the user wants to know of them or ask them, the open questions first.</summary>
        public required IReadOnlyList<Asked> Questions { get; init; }

        /// <summary>How ready the user is to meet them.</summary>
        public required Kith.Domain.Preparation.Readiness Readiness { get; init; }

        /// <summary>The story, newest first: one page.</summary>
        public required IReadOnlyList<Moment> Timeline { get; init; }

        /// <summary>Where the next page of the story begins; absent at its end.</summary>
        public string? Older { get; init; }

        /// <summary>What to know before talking, in a few lines.</summary>
        public required string Brief { get; init; }

        /// <summary>What they do where.</summary>
        [JsonIgnore]
        public string? Headline { get; init; }

        /// <summary>The last contact, in the user's zone.</summary>
        [JsonIgnore]
        public DateTime? LastContact { get; init; }

        /// <summary>When the cadence asks for the next contact.</summary>
        [JsonIgnore]
        public DateOnly? NextTouch { get; init; }

        /// <summary>The cadence.</summary>
        [JsonIgnore]
        public int? CadenceDays { get; init; }

        /// <summary>True for the user's own row.</summary>
        [JsonIgnore]
        public bool IsSelf { get; init; }
    }

    /// <summary>An open loop.</summary>
    public sealed record OpenLoopRecord(Guid Id, LoopKind Kind, LoopState State, string? What, DateOnly? OpenedOn, DateOnly? Due, DateOnly? SnoozedUntil);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/people/{id:guid}", (Guid id, string? before, string? only, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Handle(new(id, before, only), db, clock, ct)).WithSummary("Show a person");

    public static async Task<Shown> Handle(Query query, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (query.Only is not (null or "interaction" or "exchange" or "finding" or "loop" or Noted.Showing or Noted.Impression))
            throw new RefusedException("story.kind", $"\"{query.Only}\" is no kind of moment: choose interaction, exchange, finding, loop, showing or impression.");
        var found = await (
            from p in db.People.AsNoTracking()
            where p.Id == query.Person
            from known in db.KnownOf(query.Person)
            select new { Person = p, Workspace = db.Workspaces.First(w => w.Id == p.WorkspaceId), Known = known }).FirstOrDefaultAsync(ct);
        var person = found?.Person ?? throw Find.Unknown<Person>();
        var record = (await PersonRecords.Of(db, [person], ct))[0];
        var contacts = await db.Interactions.AsNoTracking().Where(i => i.PersonId == person.Id).OrderByDescending(i => i.At)
            .Select(i => new Contact(i.At, i.Channel, i.Direction)).Take(MostContacts).ToListAsync(ct);
        var loops = await db.Loops.AsNoTracking().Where(l => l.PersonId == person.Id).OrderBy(l => l.Due).ThenBy(l => l.Id).Take(Story.Most).ToListAsync(ct);
        var noted = await Noted.With(db, person.Id, ct);
        var story = await Story.Of(db, person.Id, noted, loops, query.Only, Story.Cursor.Parse(query.Before), clock, ct);
        var measure = TieMeasure.Of(found.Workspace);
        var tie = TieHistory.Of(contacts);
        var at = clock.IsFixed ? clock.Now : measure.At;
        List<OpenLoopRecord> open = [.. loops.Where(l => l.State != LoopState.Closed)
            .OrderBy(l => l.SnoozedUntil ?? l.Due ?? DateOnly.MinValue)
            .Select(l => new OpenLoopRecord(l.Id, l.Kind, l.State, l.What, l.OpenedOn, l.Due, l.State == LoopState.Snoozed ? l.SnoozedUntil : null))];
        return new(record)
        {
            Stage = person.Stage,
            Dormant = Stages.IsDormant(person.LastContact, clock.Now) ? true : null,
            Strength = TieStrength.Of(tie, measure.Habits, at) ?? 0,
            StrengthReasons = TieStrength.Reasons(tie, measure.Habits, at),
            StageEvidence = Stages.Evidence(contacts, clock.Now),
            StrengthReason = Tie.Sentence(contacts, clock),
            RhythmDays = Rhythm.Days(contacts),
            Drift = Tie.Drift(person, Rhythm.Days(contacts), clock),
            Loops = open,
            Knows = People.Knows.Of(noted),
            Questions = Noted.Asked(noted),
            Readiness = found.Known.AsOf(clock.Today),
            Timeline = story.Moments,
            Older = story.Older,
            Brief = Tie.Brief(person, open, story.Moments, contacts, clock),
            Headline = person.Headline,
            LastContact = person.LastContact is { } last ? clock.Local(last) : null,
            NextTouch = person.NextTouch,
            CadenceDays = person.CadenceDays,
            IsSelf = person.IsSelf,
        };
    }
}
