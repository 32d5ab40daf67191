using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Puts one page together before a meeting, from everything that is known.</summary>
public static class ShowBrief
{
    // What fits on a page of A4; the rest is counted.
    private const int MostLines = 4;
    private const int MostRows = 100;
    private const int MostSkills = 8;

    /// <summary>The last contact: when, how, who turned to whom, and what was said.</summary>
    public sealed record Last(DateOnly On, Channel Channel, Direction Direction, string? Summary);

    /// <summary>A promise or another open loop.</summary>
    public sealed record Owed(LoopKind Kind, string? What, DateOnly? Due);

    /// <summary>A line with its day.</summary>
    public sealed record Line(string Text, DateOnly? On);

    /// <summary>The first lines of a list, and how many more there are.</summary>
    public sealed record Some(IReadOnlyList<Line> Lines, int More)
    {
        internal static Some Of(IReadOnlyCollection<Line> all) => new([.. all.Take(MostLines)], Math.Max(0, all.Count - MostLines));
    }

    /// <summary>The page.</summary>
    /// <param name="Work">What they do where.</param>
    /// <param name="Common">What the two have in common.</param>
    /// <param name="Promises">What is open between them, the user's own promises first.</param>
    /// <param name="Cares">What they care about, and facts about them.</param>
    /// <param name="There">Mission, needs and news of their organisation.</param>
    /// <param name="Bring">What the user brings, with evidence.</param>
    /// <param name="Ask">What the user asks for.</param>
    /// <param name="Questions">Questions for them.</param>
    /// <param name="Skills">Skills of the user's own profile, to choose from.</param>
    public sealed record Shown(
        Guid Person, string Name, string? Work, Guid? Organisation, string? OrganisationName, Stage Stage, DateTime? MeetingAt, Last? LastContact, Some Common, IReadOnlyList<Owed> Promises, Some Cares, Some There,
        string? Bring, string? Ask, Some Questions, IReadOnlyList<string> Skills, Readiness Readiness);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/people/{id:guid}/brief", Handle).WithSummary("The brief before a meeting");

    public static async Task<Shown> Handle(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var met = from exchange in db.Exchanges
                  where exchange.PersonId == id
                  join gathering in db.Events on exchange.EventId equals gathering.Id
                  orderby exchange.On, exchange.Id
                  select new { exchange.On, gathering.Name };
        var briefs = db.Briefs.Where(b => b.PersonId == id).OrderBy(b => b.Id);
        // Single values, because SQLite takes no more than one out of a query within a query.
        var person = await db.People.AsNoTracking().Where(p => p.Id == id).Select(p => new
        {
            p.FullName,
            p.Headline,
            p.Stage,
            Bring = briefs.Select(b => b.Bring).FirstOrDefault(),
            Ask = briefs.Select(b => b.Ask).FirstOrDefault(),
            MeetingAt = briefs.Select(b => b.MeetingAt).FirstOrDefault(),
            MetAt = met.Select(m => m.Name).FirstOrDefault(),
            MetOn = met.Select(m => m.On).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Person>();
        var places = await Places(db, id, ct);
        var job = places.FirstOrDefault(p => p is { IsCurrent: true, Kind: PositionKind.Work });
        var place = job?.Id;
        var last = await db.Interactions.AsNoTracking().Where(i => i.PersonId == id).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).FirstOrDefaultAsync(ct);
        var all = await db.Findings.AsNoTracking()
            .Where(f => f.PersonId == id || (place != null && f.OrganisationId == place) || (f.Kind == FindingKind.Skill && db.People.Any(p => p.IsSelf && p.Id == f.PersonId)))
            .OrderByDescending(f => f.On).ThenByDescending(f => f.Id).Take(MostRows).ToListAsync(ct);
        var loops = await db.Loops.AsNoTracking().Where(l => l.PersonId == id && l.State != LoopState.Closed).OrderBy(l => l.Due).Take(MostRows).Select(l => new Owed(l.Kind, l.What, l.SnoozedUntil ?? l.Due)).ToListAsync(ct);
        var questions = await db.Questions.AsNoTracking().Where(q => q.PersonId == id && q.Kind == QuestionKind.AskThem && q.AnsweredOn == null).OrderBy(q => q.Id).Take(MostRows).Select(q => new Line(q.Text, null)).ToListAsync(ct);
        var findings = all.Where(f => f.PersonId == id || f.OrganisationId is not null).ToList();

        List<Line> common =
        [
            .. findings.Where(f => f.PersonId == id && f.Kind == FindingKind.CommonGround).Select(Told),
            .. places.Where(p => p.IsShared).DistinctBy(p => (p.Id, p.Kind)).Select(p => new Line(p.Kind == PositionKind.Education ? $"You both studied at {p.Name}" : $"You both know {p.Name} from inside", null)),
        ];
        if (person.MetAt is { } gatheringName)
            common.Add(new($"You met at {gatheringName}", person.MetOn));
        return new(
            id, person.FullName, person.Headline, place, job?.Name, person.Stage, person.MeetingAt is { } at ? clock.Local(at) : null,
            last is null ? null : new(clock.DayOf(last.At), last.Channel, last.Direction, last.Summary),
            Some.Of(common),
            [.. loops.OrderBy(l => l.Kind switch { LoopKind.PromiseByMe => 0, LoopKind.PromiseByThem => 1, _ => 2 }).Take(MostLines + 2)],
            Some.Of([.. findings.Where(f => f.PersonId == id && f.Kind is FindingKind.Cares or FindingKind.Need or FindingKind.News or FindingKind.Fact).OrderBy(f => f.Kind == FindingKind.Cares ? 0 : 1).Select(Told)]),
            Some.Of([.. findings.Where(f => f.PersonId != id && f.Kind != FindingKind.Follows).OrderBy(f => f.Kind switch { FindingKind.Mission => 0, FindingKind.Need => 1, _ => 2 }).Select(Told)]),
            person.Bring, person.Ask, Some.Of(questions), [.. all.Where(f => f.Kind == FindingKind.Skill && f.PersonId != id).Select(f => f.Fact).Take(MostSkills)],
            await db.ReadinessFor(id, clock.Today, ct));
    }

    private sealed record Place(Guid Id, string Name, PositionKind Kind, bool IsCurrent, bool IsShared);

    // Employers and schools of theirs, the latest first, and whether the user has been there too.
    private static Task<List<Place>> Places(KithDb db, Guid id, CancellationToken ct) => (
        from theirs in db.Positions.AsNoTracking()
        where theirs.PersonId == id
        join organisation in db.Organisations on theirs.OrganisationId equals organisation.Id
        orderby theirs.IsCurrent descending, theirs.From descending, theirs.Id
        select new Place(
            organisation.Id, organisation.Name, theirs.Kind, theirs.IsCurrent,
            db.Positions.Any(own => own.OrganisationId == organisation.Id && db.People.Any(s => s.IsSelf && s.Id == own.PersonId)))).Take(MostRows).ToListAsync(ct);

    private static Line Told(Finding finding) => new(finding.Fact, finding.On);
}
