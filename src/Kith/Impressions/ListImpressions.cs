using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ratings;
using Microsoft.EntityFrameworkCore;

namespace Kith.Impressions;

/// <summary>Lists the conversations that nothing was noted about, the latest impressions, and how own ratings compare with others'.</summary>
public static class ListImpressions
{
    /// <summary>Conversations without an impression that are listed.</summary>
    public const int Most = 50;

    private const int Latest = 10;

    // More conversations than anybody is answered about in years.
    private const int MostPairs = 2000;

    /// <summary>A conversation of the last 30 days without an impression.</summary>
    public sealed record Waiting(Guid Interaction, Guid Person, string Name, Channel Channel, DateOnly On, string? Summary);

    /// <summary>An impression that was noted.</summary>
    /// <param name="HasAnswer">True where the other one answered too.</param>
    public sealed record Noted(Guid Impression, Guid Interaction, Guid Person, string Name, DateOnly On, int? Clarity, int? Usefulness, int? Warmth, string? Line, bool HasAnswer);

    /// <summary>Own against others' ratings on one question: in all, and month by month or quarter by quarter.</summary>
    public sealed record Compared(string Question, PairedMeans Together, IReadOnlyList<SpanMeans> Over);

    /// <summary>Everything the page shows.</summary>
    /// <param name="Span">Whether ratings are compared by the month or by the quarter.</param>
    public sealed record Shown(IReadOnlyList<Waiting> Waiting, bool HasMore, IReadOnlyList<Noted> Noted, RatingSpan Span, IReadOnlyList<Compared> Compared);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/impressions", (string? span, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        Handle(Span(span), db, clock, ct)).WithSummary("Conversations without an impression, and own against others' ratings");

    /// <param name="span">Months or quarters; months where one of them holds enough to tell, unless said.</param>
    public static async Task<Shown> Handle(RatingSpan? span, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var waiting = await Missing(db, clock, ct);
        var noted = await (
            from impression in db.Impressions
            join person in db.People on impression.PersonId equals person.Id
            orderby impression.On descending, impression.Id descending
            select new Noted(
                impression.Id, impression.InteractionId, person.Id, person.FullName, impression.On, impression.Clarity, impression.Usefulness, impression.Warmth, impression.Line,
                db.Feedback.Any(f => f.ImpressionId == impression.Id && f.AnsweredAt != null))).Take(Latest).ToListAsync(ct);
        var (clarity, usefulness) = await Pairs(db, ct);
        var chosen = span ?? (OwnAgainstTheirs.Over([.. clarity, .. usefulness], RatingSpan.Month).Any(m => m.Means.N >= 2 * OwnAgainstTheirs.Least) ? RatingSpan.Month : RatingSpan.Quarter);
        return new([.. waiting.Take(Most)], waiting.Count > Most, noted, chosen, [Compare("Could they say what you do?", clarity), Compare("Was it worth their time?", usefulness)]);

        Compared Compare(string question, IReadOnlyCollection<RatedPair> pairs) => new(question, OwnAgainstTheirs.Compare(pairs), OwnAgainstTheirs.Over(pairs, chosen));
    }

    /// <summary>The span an address names, <c>month</c> or <c>quarter</c>; null for any other word.</summary>
    internal static RatingSpan? Span(string? word) => word switch { "month" => RatingSpan.Month, "quarter" => RatingSpan.Quarter, _ => null };

    private static async Task<IReadOnlyList<Waiting>> Missing(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var since = clock.Noon(clock.Today.AddDays(-Conversations.Days)).AddHours(-12);
        var rows = await (
            from talk in db.Conversations()
            where talk.At >= since && !db.Impressions.Any(i => i.InteractionId == talk.Id)
            join person in db.People on talk.PersonId equals person.Id
            orderby talk.At descending, talk.Id descending
            select new { talk.Id, Person = person.Id, person.FullName, talk.Channel, talk.At, talk.Summary }).Take(Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new Waiting(r.Id, r.Person, r.FullName, r.Channel, clock.DayOf(r.At), r.Summary))];
    }

    // Where somebody answered twice, after an undo, the first answer stands.
    private static async Task<(IReadOnlyList<RatedPair> Clarity, IReadOnlyList<RatedPair> Usefulness)> Pairs(KithDb db, CancellationToken ct)
    {
        var rows = (await (
            from feedback in db.Feedback
            where feedback.AnsweredAt != null
            join impression in db.Impressions on feedback.ImpressionId equals impression.Id
            orderby impression.On descending, feedback.AnsweredAt
            select new { impression.Id, impression.On, impression.Clarity, impression.Usefulness, Theirs = feedback.Clarity, Worth = feedback.Usefulness }).Take(MostPairs).ToListAsync(ct))
            .DistinctBy(r => r.Id).ToList();
        return (
            [.. rows.Where(r => r.Clarity is not null && r.Theirs is not null).Select(r => new RatedPair(r.On, r.Clarity!.Value, r.Theirs!.Value))],
            [.. rows.Where(r => r.Usefulness is not null && r.Worth is not null).Select(r => new RatedPair(r.On, r.Usefulness!.Value, r.Worth!.Value))]);
    }
}
