using Kith.Domain;
using Kith.Domain.Preparation;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>A question of the homework; its answer where it has one.</summary>
public sealed record Asked(Guid Id, QuestionKind Kind, string Text, string? Item, DateOnly? AnsweredOn, string? Answer);

/// <summary>A finding as homework shows it.</summary>
public sealed record Found(Guid Id, FindingKind Kind, string Fact, string Source, DateOnly? On, Guid? Question);

/// <summary>What is known and asked about one person, organisation or event.</summary>
public sealed record Dossier(IReadOnlyList<Asked> Questions, IReadOnlyList<Found> Findings);

/// <summary>What homework there is, for every step that needs it.</summary>
public static class Homework
{
    /// <summary>Questions and findings of one subject that are read at most.</summary>
    public const int Most = 200;

    /// <summary>Kinds of findings that a person writes down; the others come from imports.</summary>
    public static readonly IReadOnlyList<FindingKind> Kinds = [FindingKind.Fact, FindingKind.Mission, FindingKind.Need, FindingKind.News, FindingKind.Cares, FindingKind.CommonGround];

    /// <summary>The homework about a subject, the newest first: two statements.</summary>
    public static async Task<Dossier> DossierOf(this KithDb db, About about, Guid id, CancellationToken ct)
    {
        var findings = await Findings(db, about, id).AsNoTracking().OrderByDescending(f => f.On != null).ThenByDescending(f => f.On).ThenByDescending(f => f.Id).Take(Most)
            .Select(f => new Found(f.Id, f.Kind, f.Fact, f.Source, f.On, f.QuestionId)).ToListAsync(ct);
        return new(await db.AskedAbout(about, id, ct), findings);
    }

    /// <summary>The questions about a subject, the open ones first, with their answers: one statement.</summary>
    public static async Task<IReadOnlyList<Asked>> AskedAbout(this KithDb db, About about, Guid id, CancellationToken ct) =>
        await Questions(db, about, id).AsNoTracking().OrderBy(q => q.AnsweredOn != null).ThenBy(q => q.Id).Take(Most)
            .Select(q => new Asked(q.Id, q.Kind, q.Text, q.Item, q.AnsweredOn, db.Findings.Where(f => f.QuestionId == q.Id).Select(f => f.Fact).FirstOrDefault())).ToListAsync(ct);

    /// <summary>The findings about a subject.</summary>
    public static IQueryable<Finding> Findings(KithDb db, About about, Guid id) => about switch
    {
        About.Person => db.Findings.Where(f => f.PersonId == id),
        About.Organisation => db.Findings.Where(f => f.OrganisationId == id),
        _ => db.Findings.Where(f => f.EventId == id),
    };

    /// <summary>The questions about a subject.</summary>
    public static IQueryable<Question> Questions(KithDb db, About about, Guid id) => about switch
    {
        About.Person => db.Questions.Where(q => q.PersonId == id),
        About.Organisation => db.Questions.Where(q => q.OrganisationId == id),
        _ => db.Questions.Where(q => q.EventId == id),
    };

    /// <summary>How ready the user is to meet somebody: one statement.</summary>
    public static async Task<Readiness> ReadinessFor(this KithDb db, Guid person, DateOnly today, CancellationToken ct) =>
        (await db.KnownOf(person).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Person>()).AsOf(today);

    /// <summary>What readiness counts, as one row that other queries can join.</summary>
    public static IQueryable<Known> KnownOf(this KithDb db, Guid person)
    {
        var own = db.Positions.Where(p => db.People.Any(s => s.IsSelf && s.Id == p.PersonId) && p.OrganisationId != null).Select(p => p.OrganisationId);
        // What is known of any place where they work now counts: several at once are normal.
        var there = db.Positions.Where(x => x.PersonId == person && x.IsCurrent && x.Kind == PositionKind.Work).Select(x => x.OrganisationId);
        return db.People.Where(p => p.Id == person).Select(p => new Known
        {
            Work = p.Headline != null,
            Purpose = db.Findings.Any(f => (f.Kind == FindingKind.Mission || f.Kind == FindingKind.Need) && f.OrganisationId != null && there.Contains(f.OrganisationId)),
            News = db.Findings.Where(f => f.Kind != FindingKind.Follows && f.OrganisationId != null && there.Contains(f.OrganisationId)).Max(f => f.On),
            Cares = db.Findings.Any(f => f.PersonId == person && f.Kind == FindingKind.Cares),
            Common = db.Findings.Any(f => f.PersonId == person && f.Kind == FindingKind.CommonGround) || db.Positions.Any(x => x.PersonId == person && own.Contains(x.OrganisationId)),
            Questions = db.Questions.Count(q => q.PersonId == person && q.Kind == QuestionKind.AskThem && q.AnsweredOn == null),
            Bring = db.Briefs.Any(b => b.PersonId == person && b.Bring != null),
            Ask = db.Briefs.Any(b => b.PersonId == person && b.Ask != null),
        });
    }

    /// <summary>What readiness counts.</summary>
    public sealed class Known
    {
        internal bool Work { get; init; }

        internal bool Purpose { get; init; }

        internal DateOnly? News { get; init; }

        internal bool Cares { get; init; }

        internal bool Common { get; init; }

        internal int Questions { get; init; }

        internal bool Bring { get; init; }

        internal bool Ask { get; init; }

        /// <summary>How ready that makes.</summary>
        public Readiness AsOf(DateOnly today) => Readiness.Of(new(Work, Purpose, News, Cares, Common, Questions, Bring, Ask), today);
    }
}
