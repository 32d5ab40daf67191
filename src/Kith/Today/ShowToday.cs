using System.Text.Json.Serialization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Shows the best actions of the day, each with its reasons, in a constant number of bounded queries.</summary>
public static class ShowToday
{
    /// <summary>How many rows are wanted, at most 50.</summary>
    public sealed record Query(int Limit = TodayRanking.Rows);

    /// <summary>One action; the shape of <c>kith today --json</c>. What is known beside it is for the page.</summary>
    public sealed record Row(
        ActionKind Action, Who Person, Where? Organisation, Open? Loop, double Score, IReadOnlyList<Reason> Reasons, DateOnly? Due, int Minutes,
        [property: JsonIgnore] Known Known);

    /// <summary>Whom it is with.</summary>
    public sealed record Who(Guid Id, Name Name, string? Headline);

    /// <summary>The name in whole.</summary>
    public sealed record Name(string Full);

    /// <summary>Where they work.</summary>
    public sealed record Where(Guid Id, string Name);

    /// <summary>The loop it closes.</summary>
    public sealed record Open(Guid Id, LoopKind Kind, string? What, DateOnly? OpenedOn);

    /// <summary>What the user wants to have in mind before they act.</summary>
    public sealed record Known(string? GivenName, Stage Stage, DateOnly? LastContact, Channel? LastChannel, string? LastSummary, string? Met, IReadOnlyList<Open> Loops);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/today", (int? limit, KithDb db, CurrentGoal goal, WorkspaceClock clock, CancellationToken ct) =>
            Handle(new(limit ?? TodayRanking.Rows), db, goal, clock, ct)).WithSummary("The best actions of the day");

    /// <summary>The rows, whom Kith suggests no more because they did not answer, and what it learnt from the user.</summary>
    public sealed record Shown(IReadOnlyList<Row> Rows, IReadOnlyList<Who> Stopped, IReadOnlyList<Lesson> Learnt);

    public static async Task<IReadOnlyList<Row>> Handle(Query query, KithDb db, CurrentGoal goal, WorkspaceClock clock, CancellationToken ct) =>
        (await All(query, db, goal, clock, ct)).Rows;

    /// <summary>The rows and who is left out for their silence.</summary>
    public static async Task<Shown> All(Query query, KithDb db, CurrentGoal goal, WorkspaceClock clock, CancellationToken ct)
    {
        var candidates = await Candidates.Gather(db, clock, (await goal.Get(ct))?.Id, ct);
        var lessons = await Learn.Lessons(db, clock, ct);
        var actions = TodayRanking.Rank(candidates, clock.Today, Math.Clamp(query.Limit, 1, 50), clock.Offices, lessons);
        var people = actions.Select(a => a.Candidate.PersonId).ToArray();
        var stopped = candidates.Where(Ghosting.Stopped).Select(c => c.PersonId).Distinct().ToArray();
        if (people.Length + stopped.Length == 0)
            return new([], [], lessons.All);
        var faces = await Faces(db, [.. people, .. stopped], ct);
        IReadOnlyList<Who> silent = [.. stopped.Where(faces.ContainsKey).Select(id => faces[id]).OrderBy(f => f.SortName, StringComparer.Ordinal).Select(f => new Who(f.Id, new(f.FullName), f.Headline))];
        if (people.Length == 0)
            return new([], silent, lessons.All);
        var loops = (await db.Loops.AsNoTracking().Where(l => people.Contains(l.PersonId) && l.State != LoopState.Closed)
            .OrderBy(l => l.Due).Take(Candidates.Most).Select(l => new { l.PersonId, l.Id, l.Kind, l.What, l.OpenedOn, l.ExchangeId }).ToListAsync(ct)).ToLookup(l => l.PersonId);
        return new([.. actions.Where(a => faces.ContainsKey(a.Candidate.PersonId)).Select(a => Told(a, faces[a.Candidate.PersonId],
            [.. loops[a.Candidate.PersonId].Select(l => new Open(l.Id, l.Kind, l.What, l.OpenedOn))], clock))], silent, lessons.All);
    }

    private static Row Told(NextAction action, Face face, IReadOnlyList<Open> loops, WorkspaceClock clock) => new(
        action.Candidate.Kind,
        new(face.Id, new(face.FullName), face.Headline),
        face.OrganisationId is { } id ? new(id, face.Organisation!) : null,
        loops.FirstOrDefault(l => l.Id == action.Candidate.LoopId),
        action.Score,
        action.Reasons,
        action.Candidate.Due,
        action.Minutes,
        new(
            face.GivenName, face.Stage, face.LastContact is { } at ? clock.DayOf(at) : null, face.LastChannel, face.LastSummary, face.Met,
            [.. loops.Where(l => l.Id != action.Candidate.LoopId)]));

    // One row for each current position; the newest stands for the person.
    private static async Task<Dictionary<Guid, Face>> Faces(KithDb db, Guid[] people, CancellationToken ct) =>
        (await (
            from person in db.People
            where people.Contains(person.Id)
            join held in db.Positions.Where(x => x.IsCurrent && x.Kind == PositionKind.Work) on person.Id equals held.PersonId into positions
            from position in positions.DefaultIfEmpty()
            join place in db.Organisations on position.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            join talk in db.Interactions on new { person.Id, At = person.LastContact } equals new { Id = talk.PersonId, At = (DateTime?)talk.At } into talks
            from last in talks.DefaultIfEmpty()
            orderby person.Id, position.From descending, position.Id descending
            select new Face
            {
                Id = person.Id,
                FullName = person.FullName,
                SortName = person.SortName,
                GivenName = person.GivenName,
                Headline = person.Headline,
                Stage = person.Stage,
                LastContact = person.LastContact,
                LastChannel = last == null ? null : last.Channel,
                LastSummary = last == null ? null : last.Summary,
                OrganisationId = organisation == null ? null : organisation.Id,
                Organisation = organisation == null ? null : organisation.Name,
                Met = db.Exchanges.Where(e => e.PersonId == person.Id).OrderBy(e => e.On).Select(e => e.Note).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct)).DistinctBy(f => f.Id).ToDictionary(f => f.Id);

    private sealed class Face
    {
        public required Guid Id { get; init; }

        public required string FullName { get; init; }

        public required string SortName { get; init; }

        public string? GivenName { get; init; }

        public string? Headline { get; init; }

        public Stage Stage { get; init; }

        public DateTime? LastContact { get; init; }

        public Channel? LastChannel { get; init; }

        public string? LastSummary { get; init; }

        public Guid? OrganisationId { get; init; }

        public string? Organisation { get; init; }

        public string? Met { get; init; }
    }
}
