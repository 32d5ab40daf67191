using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>What was noted with a person: exchanges, findings, questions, showings, impressions and whom they know, read at once so that the page stays within its queries.</summary>
internal sealed class Noted
{
    internal const string Exchange = "exchange";
    internal const string Finding = "finding";
    internal const string Acquaintance = "acquaintance";
    internal const string Question = "question";
    internal const string Showing = "showing";
    internal const string Impression = "impression";

    // Far more than anybody ever has.
    private const int Most = 600;

    internal required string Kind { get; init; }

    internal Guid Id { get; init; }

    internal DateOnly? On { get; init; }

    internal int Tactic { get; init; }

    /// <summary>The note, the fact, or what kind of acquaintance it is.</summary>
    internal string? Text { get; init; }

    internal string? Source { get; init; }

    /// <summary>The acquaintance.</summary>
    internal Guid? Other { get; init; }

    internal string? OtherName { get; init; }

    internal string? OtherSortName { get; init; }

    /// <summary>True where the acquaintance was noted with the other of the two.</summary>
    internal bool FromOther { get; init; }

    internal static async Task<IReadOnlyList<Noted>> With(KithDb db, Guid person, CancellationToken ct) =>
        await Exchanges(db, person).Concat(Findings(db, person)).Concat(Acquaintances(db, person)).Concat(Questions(db, person)).Concat(Showings(db, person)).Concat(Impressions(db, person))
            .OrderByDescending(n => n.Id).Take(Most).ToListAsync(ct);

    private static IQueryable<Noted> Exchanges(KithDb db, Guid person) =>
        from exchange in db.Exchanges
        where exchange.PersonId == person
        select new Noted
        {
            Kind = Exchange,
            Id = exchange.Id,
            On = exchange.On,
            Tactic = (int)exchange.Tactic,
            Text = exchange.Note,
            Source = null,
            Other = null,
            OtherName = null,
            OtherSortName = null,
            FromOther = false,
        };

    private static IQueryable<Noted> Findings(KithDb db, Guid person) =>
        from finding in db.Findings
        where finding.PersonId == person
        select new Noted
        {
            Kind = Finding,
            Id = finding.Id,
            On = finding.On,
            Tactic = 0,
            Text = finding.Fact,
            Source = finding.Source,
            Other = null,
            OtherName = null,
            OtherSortName = null,
            FromOther = false,
        };

    // The day is that of the answer, and the answer stands where an acquaintance has a name.
    private static IQueryable<Noted> Questions(KithDb db, Guid person) =>
        from question in db.Questions
        where question.PersonId == person
        select new Noted
        {
            Kind = Question,
            Id = question.Id,
            On = question.AnsweredOn,
            Tactic = (int)question.Kind,
            Text = question.Text,
            Source = question.Item,
            Other = null,
            OtherName = db.Findings.Where(f => f.QuestionId == question.Id).Select(f => f.Fact).FirstOrDefault(),
            OtherSortName = null,
            FromOther = false,
        };

    // The claim is the text, the evidence stands where an acquaintance has a name, and the way where a tactic has its number.
    private static IQueryable<Noted> Showings(KithDb db, Guid person) =>
        from showing in db.Showings
        where showing.PersonId == person
        select new Noted
        {
            Kind = Showing,
            Id = showing.Id,
            On = showing.On,
            Tactic = (int)showing.Way,
            Text = db.Claims.Where(c => c.Id == showing.ClaimId).Select(c => c.Text).FirstOrDefault(),
            Source = showing.Note,
            Other = null,
            OtherName = db.Evidence.Where(e => e.Id == showing.EvidenceId).Select(e => e.Title).FirstOrDefault(),
            OtherSortName = null,
            FromOther = false,
        };

    // The three ratings are the digits of the number, 0 where one is missing.
    private static IQueryable<Noted> Impressions(KithDb db, Guid person) =>
        from impression in db.Impressions
        where impression.PersonId == person
        select new Noted
        {
            Kind = Impression,
            Id = impression.Id,
            On = impression.On,
            Tactic = ((impression.Clarity ?? 0) * 100) + ((impression.Usefulness ?? 0) * 10) + (impression.Warmth ?? 0),
            Text = impression.Line,
            Source = null,
            Other = null,
            OtherName = impression.Asked,
            OtherSortName = null,
            FromOther = false,
        };

    /// <summary>The questions among them, the open ones first.</summary>
    internal static IReadOnlyList<Asked> Asked(IEnumerable<Noted> noted) => [.. noted.Where(n => n.Kind == Question).OrderBy(n => n.On is not null).ThenBy(n => n.Id)
        .Select(n => new Asked(n.Id, (QuestionKind)n.Tactic, n.Text ?? "", n.Source, n.On, n.OtherName))];

    private static IQueryable<Noted> Acquaintances(KithDb db, Guid person) =>
        from noted in db.Acquaintances
        where noted.PersonId == person || noted.OtherId == person
        join other in db.People on noted.PersonId == person ? noted.OtherId : noted.PersonId equals other.Id
        select new Noted
        {
            Kind = Acquaintance,
            Id = noted.Id,
            On = null,
            Tactic = 0,
            Text = noted.Kind,
            Source = null,
            Other = other.Id,
            OtherName = other.FullName,
            OtherSortName = other.SortName,
            FromOther = noted.OtherId == person,
        };
}
