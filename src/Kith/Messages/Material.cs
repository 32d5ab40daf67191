using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Messages;

/// <summary>What a message to somebody is about: the loop it closes, the introduction it is a step of.</summary>
public sealed record Occasion(Guid Person, Guid? Loop = null, Guid? Introduction = null);

/// <summary>What is known for a message: the values of the variables and the brief beside it.</summary>
internal sealed record Material(
    Guid Person, string Name, string? Email, string? LinkedIn, bool HasMet, Material.Reason? About, string? LastSummary, DateOnly? LastOn, string? Ask, string? Bring,
    Dossier Dossier, Readiness Readiness, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>What is open and why one writes.</summary>
    internal sealed record Reason(Guid? Loop, LoopKind? Kind, string? What, DateOnly? Due, int? Step, Guid? Introduction, bool AsksConnector);

    internal static async Task<Material> Of(Occasion occasion, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var id = occasion.Person;
        var person = await Facts(db, id).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Person>();
        var about = await Reasons(db, occasion).FirstOrDefaultAsync(ct);
        if (about is null && (occasion.Loop ?? occasion.Introduction) is not null)
            throw new RefusedException("message.occasion", "What this message was to answer is not open with this person any more.");
        var dossier = await db.DossierOf(Domain.Preparation.About.Person, id, ct);
        var talked = person.LastTalk is { } at ? clock.DayOf(at) : (DateOnly?)null;
        var values = Fill(person, about, dossier, talked);
        var reason = about is null ? null : new Reason(
            about.Loop, about.Kind, about.What, about.Due, about.Step, about.Introduction, about.State == IntroductionState.Drafted && about.Connector == id);
        return new(
            id, person.Name, person.Email, person.LinkedIn, person.Stage is not (Stage.Identified or Stage.Contacted), reason, person.LastSummary, talked, person.Ask, person.Bring,
            dossier, await db.ReadinessFor(id, clock.Today, ct), values);
    }

    private static Dictionary<string, string?> Fill(Fact person, Context? about, Dossier dossier, DateOnly? talked)
    {
        var common = dossier.Findings.FirstOrDefault(f => f.Kind == FindingKind.CommonGround)?.Fact ?? (person.Shared is { } place ? $"You both know {place}" : null);
        var introducer = about?.Other == person.Id ? about.ConnectorName : person.Introducer;
        return new()
        {
            ["first_name"] = person.Given ?? person.Name.Split(' ')[0],
            ["name"] = person.Name,
            ["title"] = person.Title,
            ["organisation"] = person.Place,
            ["connection"] = Connection(introducer, person.Event, common, talked),
            ["event"] = person.Event,
            ["common"] = common,
            ["cares"] = dossier.Findings.FirstOrDefault(f => f.Kind == FindingKind.Cares)?.Fact,
            ["last_topic"] = person.LastSummary,
            ["question"] = dossier.Questions.FirstOrDefault(q => q is { Kind: QuestionKind.AskThem, AnsweredOn: null })?.Text,
            ["ask"] = person.Ask,
            ["bring"] = person.Bring,
            ["promise"] = about?.Kind is LoopKind.PromiseByMe or LoopKind.PromiseByThem ? about.What : null,
            ["connector"] = about?.ConnectorName ?? person.Introducer,
            ["other"] = about?.OtherName,
            ["why"] = about?.Why,
            ["pass_on"] = about?.Blurb,
            ["outcome"] = about?.Outcome,
            ["opening"] = about?.Opening,
            ["role"] = person.Role,
            ["field"] = person.Field,
            ["me"] = person.Me,
            ["my_title"] = person.MyTitle,
            ["my_organisation"] = person.MyPlace,
        };
    }

    private static string? Connection(string? introducer, string? gathering, string? common, DateOnly? talked) => (introducer, gathering, common, talked) switch
    {
        ({ } name, _, _, _) => $"{name} introduced us",
        (_, { } name, _, _) => $"We met at {name}",
        (_, _, { } both, _) => (both.StartsWith("You both ", StringComparison.Ordinal) ? $"We{both[3..]}" : both).TrimEnd('.'),
        (_, _, _, { } day) => $"We last spoke in {day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
        _ => null,
    };

    private sealed class Fact
    {
        internal Guid Id { get; init; }
        internal string Name { get; init; } = "";
        internal string? Given { get; init; }
        internal Stage Stage { get; init; }
        internal string? LinkedIn { get; init; }
        internal string? Email { get; init; }
        internal string? Title { get; init; }
        internal string? Place { get; init; }
        internal string? Event { get; init; }
        internal string? Introducer { get; init; }
        internal string? Shared { get; init; }
        internal string? LastSummary { get; init; }
        internal DateTime? LastTalk { get; init; }
        internal string? Ask { get; init; }
        internal string? Bring { get; init; }
        internal string? Role { get; init; }
        internal string? Field { get; init; }
        internal string? Me { get; init; }
        internal string? MyTitle { get; init; }
        internal string? MyPlace { get; init; }
    }

    // Single values, because SQLite takes no more than one out of a query within a query.
    private static IQueryable<Fact> Facts(KithDb db, Guid id)
    {
        var job = db.Positions.Where(p => p.PersonId == id && p.IsCurrent && p.Kind == PositionKind.Work).OrderByDescending(p => p.From).ThenBy(p => p.Id);
        var ownJob = db.Positions.Where(p => db.People.Any(s => s.IsSelf && s.Id == p.PersonId) && p.IsCurrent && p.Kind == PositionKind.Work).OrderByDescending(p => p.From).ThenBy(p => p.Id);
        var own = db.Positions.Where(p => db.People.Any(s => s.IsSelf && s.Id == p.PersonId) && p.OrganisationId != null).Select(p => p.OrganisationId);
        var met = from exchange in db.Exchanges
                  where exchange.PersonId == id
                  join gathering in db.Events on exchange.EventId equals gathering.Id
                  orderby exchange.On descending, exchange.Id
                  select gathering.Name;
        var introducers = from asked in db.Introductions
                          where asked.OtherId == id && asked.MadeOn != null
                          join connector in db.People on asked.PersonId equals connector.Id
                          orderby asked.MadeOn descending, asked.Id
                          select connector.FullName;
        var shared = from theirs in db.Positions
                     where theirs.PersonId == id && own.Contains(theirs.OrganisationId)
                     join organisation in db.Organisations on theirs.OrganisationId equals organisation.Id
                     orderby theirs.From descending, theirs.Id
                     select organisation.Name;
        var talks = db.Interactions.Where(i => i.PersonId == id);
        var briefs = db.Briefs.Where(b => b.PersonId == id).OrderBy(b => b.Id);
        var goal = db.CurrentGoal();
        return db.People.Where(p => p.Id == id && !p.IsSelf).Select(p => new Fact
        {
            Id = p.Id,
            Name = p.FullName,
            Given = p.GivenName,
            Stage = p.Stage,
            LinkedIn = p.LinkedIn,
            Email = db.Emails.Where(e => e.PersonId == id).OrderBy(e => e.Id).Select(e => e.Value).FirstOrDefault(),
            Title = job.Select(j => j.Title).FirstOrDefault(),
            Place = job.Select(j => db.Organisations.Where(o => o.Id == j.OrganisationId).Select(o => o.Name).FirstOrDefault()).FirstOrDefault(),
            Event = met.FirstOrDefault(),
            Introducer = introducers.FirstOrDefault(),
            Shared = shared.FirstOrDefault(),
            LastSummary = talks.Where(i => i.Summary != null).OrderByDescending(i => i.At).Select(i => i.Summary).FirstOrDefault(),
            LastTalk = talks.Where(i => i.Direction == Direction.Both).Max(i => (DateTime?)i.At),
            Ask = briefs.Select(b => b.Ask).FirstOrDefault(),
            Bring = briefs.Select(b => b.Bring).FirstOrDefault(),
            Role = goal.Select(g => g.RoleFamily).FirstOrDefault(),
            Field = goal.Select(g => g.Field).FirstOrDefault(),
            Me = db.People.Where(s => s.IsSelf).Select(s => s.FullName).FirstOrDefault(),
            MyTitle = ownJob.Select(j => j.Title).FirstOrDefault(),
            MyPlace = ownJob.Select(j => db.Organisations.Where(o => o.Id == j.OrganisationId).Select(o => o.Name).FirstOrDefault()).FirstOrDefault(),
        });
    }

    private sealed class Context
    {
        internal Guid? Loop { get; init; }
        internal LoopKind? Kind { get; init; }
        internal string? What { get; init; }
        internal DateOnly? Due { get; init; }
        internal int? Step { get; init; }
        internal Guid? Introduction { get; init; }
        internal IntroductionState? State { get; init; }
        internal Guid? Connector { get; init; }
        internal string? ConnectorName { get; init; }
        internal Guid? Other { get; init; }
        internal string? OtherName { get; init; }
        internal string? Why { get; init; }
        internal string? Blurb { get; init; }
        internal string? Outcome { get; init; }
        internal string? Opening { get; init; }
    }

    private static IQueryable<Context> Reasons(KithDb db, Occasion occasion) => occasion switch
    {
        { Loop: { } loop } => from open in db.Loops
                              where open.Id == loop && open.PersonId == occasion.Person
                              join asked in db.Introductions on open.IntroductionId equals asked.Id into introductions
                              from asked in introductions.DefaultIfEmpty()
                              select new Context
                              {
                                  Loop = open.Id,
                                  Kind = open.Kind,
                                  What = open.What,
                                  Due = open.Due,
                                  Step = open.Step,
                                  Introduction = open.IntroductionId,
                                  State = asked == null ? null : asked.State,
                                  Connector = asked == null ? null : asked.PersonId,
                                  ConnectorName = db.People.Where(p => asked != null && p.Id == asked.PersonId).Select(p => p.FullName).FirstOrDefault(),
                                  Other = asked == null ? null : asked.OtherId,
                                  OtherName = db.People.Where(p => asked != null && p.Id == asked.OtherId).Select(p => p.FullName).FirstOrDefault(),
                                  Why = asked == null ? null : asked.Why,
                                  Blurb = asked == null ? null : asked.Blurb,
                                  Outcome = asked == null ? null : asked.Outcome,
                                  Opening = db.Opportunities.Where(o => (asked != null && o.Id == asked.OpportunityId) || o.Id == open.OpportunityId).Select(o => o.Title).FirstOrDefault(),
                              },
        { Introduction: { } introduction } => from asked in db.Introductions
                                              where asked.Id == introduction && (asked.PersonId == occasion.Person || asked.OtherId == occasion.Person)
                                              select new Context
                                              {
                                                  Introduction = asked.Id,
                                                  State = asked.State,
                                                  Connector = asked.PersonId,
                                                  ConnectorName = db.People.Where(p => p.Id == asked.PersonId).Select(p => p.FullName).FirstOrDefault(),
                                                  Other = asked.OtherId,
                                                  OtherName = db.People.Where(p => p.Id == asked.OtherId).Select(p => p.FullName).FirstOrDefault(),
                                                  Why = asked.Why,
                                                  Blurb = asked.Blurb,
                                                  Outcome = asked.Outcome,
                                                  Opening = db.Opportunities.Where(o => o.Id == asked.OpportunityId).Select(o => o.Title).FirstOrDefault(),
                                              },
        _ => db.Loops.Where(_ => false).Select(_ => new Context()),
    };
}
