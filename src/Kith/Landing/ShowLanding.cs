using Kith.Data;
using Kith.Domain;
using Kith.Domain.Arrival;
using Kith.Domain.Attribution;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Landing;

/// <summary>The landing ritual: what was accepted, the chain that led there and whether it was thanked and told, who to keep in touch with, the checks.</summary>
public static class ShowLanding
{
    /// <summary>People whom a cadence is suggested for at once; the rest come when these have theirs.</summary>
    public const int MostKept = 50;

    private const int MostAccepted = 20;

    private const int MostMade = 2000;

    /// <summary>How a thank-you or a report stands.</summary>
    public enum Told
    {
        NotOpen,
        Open,
        Done,
        LetGo,
    }

    /// <summary>An opportunity that was accepted, the goal it serves, the first day of the search and the day of the acceptance.</summary>
    public sealed record Accepted(Guid Id, string Title, string? Organisation, Guid? Goal, DateOnly Begin, DateOnly On);

    /// <summary>Somebody in the chain: why, whether they were thanked, and whether they were told (null where there is nothing to report).</summary>
    public sealed record Member(Guid Id, string Name, string Why, bool IsConnector, Told Thanked, Told? Reported);

    /// <summary>Somebody to keep in touch with, and the days suggested.</summary>
    public sealed record Kept(Guid Id, string Name, string? Headline, int Days, string Why, DateOnly LastContact);

    /// <summary>A criterion with its marks by day: 0 for the offer, then 30, 60, 90.</summary>
    public sealed record Wish(Guid Id, string Text, int Weight, IReadOnlyDictionary<int, Mark> Marks);

    /// <summary>A rating and its note.</summary>
    public sealed record Mark(int Score, string? Note);

    /// <summary>All of it; opportunity is null where nothing was accepted yet.</summary>
    public sealed record Shown(
        Accepted? Opportunity, IReadOnlyList<Accepted> Others, IReadOnlyList<Member> Chain, IReadOnlyList<Kept> Keep, int KeepTotal, IReadOnlyList<Wish> Criteria, IReadOnlyList<LandingCheck> Checks)
    {
        /// <summary>Thank-yous and reports that are not open yet.</summary>
        public int ToOpen => Chain.Sum(m => (m.Thanked == Told.NotOpen ? 1 : 0) + (m.Reported == Told.NotOpen ? 1 : 0));
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/landing", Handle).WithSummary("Show the landing ritual of an accepted opportunity");

    public static async Task<Shown> Handle(Guid? opportunity, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var accepted = await AcceptedOnes(db, clock, ct);
        var it = opportunity is { } wanted ? accepted.FirstOrDefault(a => a.Id == wanted) ?? throw Find.Unknown<Opportunity>() : accepted.Count > 0 ? accepted[0] : null;
        if (it is null)
            return new(null, [], [], [], 0, [], []);
        var chain = await Chain(it, db, ct);
        var (keep, total) = await Keep(it, [.. chain.Select(m => m.Id)], db, clock, ct);
        var criteria = await Criteria(it, db, ct);
        var rated = Checks.Days.ToDictionary(day => day, day => criteria.Count(c => c.Marks.ContainsKey(day)));
        return new(it, [.. accepted.Where(a => a.Id != it.Id)], chain, keep, total, criteria, Checks.Of(it.On, clock.Today, criteria.Count, rated));
    }

    /// <summary>What was accepted, the latest first.</summary>
    internal static async Task<IReadOnlyList<Accepted>> AcceptedOnes(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var rows = await (
            from opening in db.Opportunities.AsNoTracking()
            where opening.State == OpportunityState.Accepted
            join place in db.Organisations on opening.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            orderby opening.Id descending
            select new
            {
                opening.Id,
                opening.Title,
                organisation.Name,
                opening.GoalId,
                First = opening.SavedOn ?? opening.AppliedOn,
                Goal = db.Goals.Where(g => g.Id == opening.GoalId).Select(g => (DateTime?)g.CreatedAt).FirstOrDefault(),
                On = db.OpportunitySteps.Where(s => s.OpportunityId == opening.Id && s.State == OpportunityState.Accepted).Max(s => (DateOnly?)s.On)
                    ?? db.Goals.Where(g => g.Id == opening.GoalId).Select(g => g.EndedOn).FirstOrDefault() ?? opening.AppliedOn ?? opening.SavedOn,
            }).Take(MostAccepted).ToListAsync(ct);
        return [.. rows.Select(r => new Accepted(r.Id, r.Title, r.Name, r.GoalId, Begin(r.Goal is { } made ? clock.DayOf(made) : null, r.First, r.On ?? clock.Today), r.On ?? clock.Today)).OrderByDescending(a => a.On).ThenByDescending(a => a.Id)];
    }

    /// <summary>The chain of one opportunity with names and how far each was thanked and told.</summary>
    internal static async Task<IReadOnlyList<Member>> Chain(Accepted it, KithDb db, CancellationToken ct)
    {
        var people = await (
            from part in db.OpportunityPeople.AsNoTracking()
            where part.OpportunityId == it.Id
            join person in db.People on part.PersonId equals person.Id
            orderby part.Role, person.SortName, person.Id
            select new { person.Id, person.FullName, part.Role }).ToListAsync(ct);
        var made = await (
            from asked in db.Introductions.AsNoTracking()
            where asked.MadeOn != null
            join person in db.People on asked.PersonId equals person.Id
            orderby asked.MadeOn descending, asked.Id
            select new
            {
                Made = new MadeIntroduction(asked.Id, asked.Kind, asked.PersonId, asked.OtherId, asked.OpportunityId, asked.MadeOn!.Value),
                person.FullName,
                Other = db.People.Where(p => p.Id == asked.OtherId).Select(p => p.FullName).FirstOrDefault(),
            }).Take(MostMade).ToListAsync(ct);
        var members = ChainMember.Of([.. people.Select(p => p.Id)], it.Id, it.On, made.ConvertAll(m => m.Made));
        var loops = (await db.Loops.AsNoTracking().Where(l => l.OpportunityId == it.Id && (l.Kind == LoopKind.Thank || l.Kind == LoopKind.ReportBack))
            .Select(l => new { l.PersonId, l.Kind, l.State, l.EvidenceId }).ToListAsync(ct)).ToLookup(l => (l.PersonId, l.Kind), l => l.State != LoopState.Closed ? Told.Open : l.EvidenceId is null ? Told.LetGo : Told.Done);
        var names = made.DistinctBy(m => m.Made.Connector).ToDictionary(m => m.Made.Connector, m => m.FullName);
        return [.. members.Select(m =>
        {
            var part = people.Find(p => p.Id == m.Person);
            var brought = m.By is not { } by ? null : by.Opportunity == it.Id ? $"put your name forward for {it.Title}" : $"introduced you to {made.Find(x => x.Made == by)?.Other ?? "somebody in the chain"}";
            var why = string.Join("; ", new[] { part is null ? null : part.Role == DecisionRole.DecisionMaker ? "decision maker" : part.Role.ToString().ToLowerInvariant(), brought }.OfType<string>());
            return new Member(m.Person, part?.FullName ?? names[m.Person], why, m.IsConnector, State(LoopKind.Thank, m.Person), m.IsConnector ? State(LoopKind.ReportBack, m.Person) : null);
        })];

        // The best of several counts: thanked is thanked.
        Told State(LoopKind kind, Guid person) => loops[(person, kind)].ToList() is { Count: > 0 } known ? known.Contains(Told.Done) ? Told.Done : known.Contains(Told.Open) ? Told.Open : Told.LetGo : Told.NotOpen;
    }

    private static async Task<(IReadOnlyList<Kept> Keep, int Total)> Keep(Accepted it, HashSet<Guid> chain, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (begin, end) = (clock.Noon(it.Begin).AddHours(-12), clock.Noon(it.On).AddHours(12));
        var rows = await db.People.AsNoTracking().Where(p => !p.IsSelf && p.CadenceDays == null)
            .Where(p => db.Interactions.Any(i => i.PersonId == p.Id && i.Direction == Direction.Both && i.At >= begin && i.At <= end)
                || (db.Interactions.Any(i => i.PersonId == p.Id && i.Direction == Direction.In && i.At >= begin && i.At <= end)
                    && db.Interactions.Any(i => i.PersonId == p.Id && i.Direction == Direction.Out && i.At >= begin && i.At <= end)))
            .OrderByDescending(p => p.LastContact).ThenBy(p => p.Id).Select(p => new { p.Id, p.FullName, p.Headline, p.Stage, p.LastContact }).Take(MostKept + 1).ToListAsync(ct);
        var shown = rows.Take(MostKept).Select(p =>
        {
            var why = chain.Contains(p.Id) ? "in the chain" : p.Stage == Stage.Advocate ? "advocate" : "you talked in the search";
            return new Kept(p.Id, p.FullName, p.Headline, chain.Contains(p.Id) || p.Stage == Stage.Advocate ? Checks.NearDays : Checks.OtherDays, why, clock.DayOf(p.LastContact ?? end));
        });
        return ([.. shown.OrderBy(k => k.Days)], rows.Count);
    }

    // A search begins with its goal, else with the opportunity, and never after its own end.
    private static DateOnly Begin(DateOnly? goal, DateOnly? first, DateOnly on) => goal <= on ? goal.Value : first <= on ? first.Value : on;

    private static async Task<IReadOnlyList<Wish>> Criteria(Accepted it, KithDb db, CancellationToken ct)
    {
        var rows = await (
            from criterion in db.Criteria.AsNoTracking()
            where criterion.GoalId == it.Goal
            join rating in db.CriterionRatings.Where(r => r.OpportunityId == it.Id) on criterion.Id equals rating.CriterionId into ratings
            from rating in ratings.DefaultIfEmpty()
            orderby criterion.Place, criterion.Id
            select new { criterion.Id, criterion.Text, criterion.Weight, Day = (int?)rating.Day, Score = (int?)rating.Score, rating.Note }).Take(Criterion.Most * 4).ToListAsync(ct);
        return [.. rows.GroupBy(r => (r.Id, r.Text, r.Weight)).Select(g => new Wish(
            g.Key.Id, g.Key.Text, g.Key.Weight, g.Where(r => r.Day is not null).ToDictionary(r => r.Day!.Value, r => new Mark(r.Score!.Value, r.Note))))];
    }
}
