using Kith.Data;
using Kith.Domain;
using Kith.Domain.Strength;

namespace Kith.Benchmarks;

/// <summary>Fills a workspace with a made-up network of any size, written in bulk: few close ties, many connections nobody followed up.</summary>
internal static class Population
{
    private const int Chunk = 5_000;

    private const int Targets = 40;

    internal static Task Settle(Bed bed, int people, CancellationToken ct) => bed.Within(async (db, services) =>
    {
        Print.Step($"making up {people} people");
        var clock = (WorkspaceClock)services.GetService(typeof(WorkspaceClock))!;
        var names = new Names(people);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var firms = Firms(db, people, names);
        await db.Insert(firms, ct);
        for (var from = 0; from < people; from += Chunk)
            await new Part(db, clock, names, firms).Write(from, Math.Min(Chunk, people - from), ct);
        var goal = new Goal { Id = db.NewId(), RoleFamily = "Head of Analytics", CreatedAt = clock.Now };
        db.Add(goal);
        db.AddRange(Enumerable.Range(0, Math.Min(Targets, firms.Count)).Select(i => new TargetOrganisation
        {
            Id = db.NewId(),
            GoalId = goal.Id,
            OrganisationId = firms[(int)((long)i * firms.Count / Targets)].Id,
            Motivation = i % 4,
        }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return 0;
    });

    private static List<Organisation> Firms(KithDb db, int people, Names names) => [.. Enumerable.Range(0, Math.Max(50, people / 10))
        .Select(_ => names.Company).DistinctBy(Folding.Fold).Select(name => new Organisation { Id = db.NewId(), Name = name, NameKey = Folding.Fold(name) })];

    /// <summary>Some thousand people with their history.</summary>
    private sealed class Part(KithDb db, WorkspaceClock clock, Names names, List<Organisation> firms)
    {
        private readonly List<Person> people = [];
        private readonly List<PersonSource> sources = [];
        private readonly List<Position> positions = [];
        private readonly List<Exchange> exchanges = [];
        private readonly List<Interaction> interactions = [];
        private readonly List<Loop> loops = [];

        internal async Task Write(int first, int count, CancellationToken ct)
        {
            for (var number = first; number < first + count; number++)
                Person(number);
            await db.Insert(people, ct);
            await db.Insert(sources, ct);
            await db.Insert(positions, ct);
            await db.Insert(exchanges, ct);
            await db.Insert(interactions, ct);
            await db.Insert(loops, ct);
        }

        private void Person(int number)
        {
            var (given, family, firm, title) = (names.Given, names.Family, firms[names.Skewed(firms.Count)], names.Title);
            var person = new Person
            {
                Id = db.NewId(),
                FullName = $"{given} {family}",
                GivenName = given,
                FamilyName = family,
                LinkedIn = $"bench-{number}",
                CadenceDays = names.Below(100) == 0 ? 90 : null,
                CreatedAt = clock.Now.AddDays(-names.Below(2000)),
            };
            people.Add(person);
            sources.Add(new() { Id = db.NewId(), PersonId = person.Id, Kind = "bench", Key = $"bench-{number}" });
            positions.Add(new() { Id = db.NewId(), PersonId = person.Id, OrganisationId = firm.Id, Title = title, IsCurrent = true });
            var exchange = new Exchange { Id = db.NewId(), PersonId = person.Id, Tactic = Tactic.LinkedInConnection, On = clock.Today.AddDays(-names.Below(2500)) };
            exchanges.Add(exchange);
            var history = History(person, exchange);
            var loop = Loop.ForExchange(db.NewId(), exchange);
            if (history.Find(i => i.Direction != Direction.In) is { } answer)
                loop.CloseOnEvidence(answer.Id, clock.DayOf(answer.At));
            loops.Add(loop);
            if (number % 50 == 0)
                loops.Add(new() { Id = db.NewId(), PersonId = person.Id, Kind = LoopKind.PromiseByMe, What = "send the article", OpenedOn = exchange.On, Due = clock.Today.AddDays(names.Below(60) - 30) });
            Projections.Apply(person, [.. history.Select(i => new Contact(i.At, i.Channel, i.Direction))], [Projections.Headline(title, firm.Name)], [], new TieMeasure(Habits.None, clock.Now));
        }

        // Four in ten were ever written to; one in fifty often.
        private List<Interaction> History(Person person, Exchange exchange)
        {
            var count = names.Below(10) switch { < 6 => 0, < 9 => 1 + names.Below(3), _ => names.Below(5) == 0 ? 10 + names.Below(40) : 3 + names.Below(6) };
            var history = Enumerable.Range(0, count).Select(_ => new Interaction
            {
                Id = db.NewId(),
                PersonId = person.Id,
                Channel = names.Pick<Channel>([Channel.Message, Channel.Message, Channel.Mail, Channel.Call, Channel.Meeting]),
                Direction = names.Pick<Direction>([Direction.In, Direction.Out, Direction.Both]),
                At = clock.Noon(exchange.On!.Value.AddDays(names.Below(Math.Max(1, clock.Today.DayNumber - exchange.On.Value.DayNumber)))),
                Summary = "Talked about the plan and the people behind it.",
            }).OrderBy(i => i.At).ToList();
            interactions.AddRange(history);
            return history;
        }
    }
}
