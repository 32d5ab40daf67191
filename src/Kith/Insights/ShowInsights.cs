using Kith.Data;
using Kith.Domain;
using Kith.Domain.Attribution;
using Kith.Domain.Funnel;
using Kith.Domain.Strength;

namespace Kith.Insights;

/// <summary>Shows what the history says about the process: follow-up, funnel, tactics, attribution, portfolio, homework and the calendar.</summary>
public static class ShowInsights
{
    /// <summary>Days within which an exchange leads to a conversation, as for the follow-up.</summary>
    public const int Ever = Loop.EverDays;

    /// <summary>Days within which an ask counts as answered.</summary>
    public const int AnswerDays = 30;

    private const int CalendarDays = 371;

    private const int Unknown = -1;

    /// <summary>Which exchanges and opportunities count: those from and to a day, both included; all where none is given.</summary>
    public sealed record Query(DateOnly? From = null, DateOnly? To = null, CreditRule Rule = CreditRule.PositionWeighted);

    /// <summary>What a tactic led to.</summary>
    /// <param name="Conversed">Exchanges with contact both ways within 90 days after, of those longer ago than that or with it.</param>
    /// <param name="Interviews">Its credit for interviews, in outcomes.</param>
    /// <param name="Offers">Its credit for offers, in outcomes.</param>
    /// <param name="PerHour">Conversations for each hour given to the events where it was used; n and interval with it.</param>
    /// <param name="PerCost">Conversations for each unit of money these events cost.</param>
    public sealed record TacticYield(Tactic Tactic, Rate Conversed, double Interviews, double Offers, Yield PerHour, Yield PerCost);

    /// <summary>Whom or what an outcome is owed to.</summary>
    /// <param name="Key">The person or event; null for what nothing is known to have led to.</param>
    /// <param name="Credit">In outcomes.</param>
    public sealed record Share(Guid? Key, double Credit);

    /// <summary>The credit for interviews and offers; each sums to the number of outcomes.</summary>
    public sealed record Attribution(CreditRule Rule, int Interviews, int Offers, int Unknown, IReadOnlyList<Share> People, IReadOnlyList<Share> Events);

    /// <summary>A flow of people from the tactic they were met by to how far it came to what came of it.</summary>
    public sealed record Flow(Tactic? Tactic, Stage Stage, OpportunityState? Outcome, int People);

    /// <summary>Asks that were prepared against those that were not.</summary>
    public sealed record Homework(Rate Prepared, Rate Unprepared, RateComparison Comparison);

    /// <summary>Everything the pictures show.</summary>
    public sealed record Shown(
        FollowUpRates.Shown FollowUp, IReadOnlyList<StageStep<Stage>> Funnel, IReadOnlyList<StageStep<OpportunityState>> Pipeline, IReadOnlyList<TacticYield> Tactics, Attribution Attribution, IReadOnlyList<Flow> Flows,
        Portfolio Portfolio, Homework Homework, IReadOnlyDictionary<DateOnly, int> Calendar, IReadOnlyList<Outcome> Outcomes, bool IsCut);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/insights", async (DateOnly? from, DateOnly? to, CreditRule? rule, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Told.Of(await Handle(new(from, to, rule ?? CreditRule.PositionWeighted), db, clock, ct))).WithSummary("What the history says about the process");

    public static async Task<Shown> Handle(Query query, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (query.From > query.To)
            throw new RefusedException("insights.range", "The first day comes after the last one.");
        if (!Enum.IsDefined(query.Rule))
            throw new RefusedException("input.invalid", "Credit is shared equally, to the first, to the last, or weighted by position.");
        var history = await SearchHistory.Read(db, clock, ct);
        var today = clock.Today;
        var outcomes = history.Outcomes(today).Where(o => IsIn(o.On)).ToList();
        var courses = history.Exchanges.Select(e => e.Key).Union(history.Contacts.Select(c => c.Key))
            .Select(p => Course.Of(p, history.Exchanges[p].Select(e => e.On).OfType<DateOnly>(), [.. history.Contacts[p].Select(c => c.Contact)]))
            .Where(c => c.Reached.TryGetValue(Stage.Identified, out var met) && IsIn(met)).ToList();
        return new(
            await db.FollowUps(clock, ct), StageSteps.Of(courses, today), Pipeline([.. history.Openings.Where(o => o.Reached.Count == 0 || IsIn(o.Reached.Values.Min()))], today),
            Tactics(history, outcomes, query.Rule, today, IsIn), Credits(outcomes, query.Rule), Flows(history, courses), Portfolio.Of(history.Ties),
            Asks(history, today, IsIn), Calendar(history, today), outcomes, history.IsCut);

        bool IsIn(DateOnly day) => (query.From is null || day >= query.From) && (query.To is null || day <= query.To);
    }

    private static IReadOnlyList<StageStep<OpportunityState>> Pipeline(IReadOnlyList<SearchHistory.Opening> openings, DateOnly today) =>
        StageSteps.Of(
            [OpportunityState.Lead, OpportunityState.Applied, OpportunityState.Screening, OpportunityState.Interview, OpportunityState.Offer, OpportunityState.Accepted],
            [.. openings.Select(o => (o.Furthest, o.Reached, o.ClosedOn))], today);

    private static List<TacticYield> Tactics(SearchHistory history, IReadOnlyList<Outcome> outcomes, CreditRule rule, DateOnly today, Func<DateOnly, bool> isIn)
    {
        var interviews = By(outcomes, OpportunityState.Interview, rule);
        var offers = By(outcomes, OpportunityState.Offer, rule);
        var all = history.Exchanges.SelectMany(e => e).Where(e => e.On is { } on && isIn(on)).ToList();
        var talked = all.Where(e => HasTalked(history, e)).ToHashSet();
        // An event's hours and cost are spread evenly over the exchanges there.
        var there = history.Exchanges.SelectMany(e => e).Where(e => e.Event is not null).CountBy(e => e.Event!.Value).ToDictionary();
        return
        [
            .. all.Select(e => e.Tactic).Union(interviews.Keys.Concat(offers.Keys).Where(t => t != Unknown).Select(t => (Tactic)t)).Order().Select(tactic =>
            {
                var used = all.Where(e => e.Tactic == tactic).ToList();
                var told = used.Where(e => talked.Contains(e) || e.On!.Value.AddDays(Ever) < today).ToList();
                var costed = used.Where(e => e.Event is { } gathering && history.Events[gathering].Hours is not null).ToList();
                var paid = used.Where(e => e.Event is { } gathering && history.Events[gathering].Cost is > 0).ToList();
                return new TacticYield(
                    tactic, new(told.Count(talked.Contains), told.Count), Outcomes(interviews, tactic), Outcomes(offers, tactic),
                    new(costed.Count(talked.Contains), costed.Sum(e => history.Events[e.Event!.Value].Hours!.Value / there[e.Event!.Value])),
                    new(paid.Count(talked.Contains), paid.Sum(e => (double)history.Events[e.Event!.Value].Cost!.Value / there[e.Event!.Value])));
            }),
        ];
    }

    // Contact both ways within 90 days after: a talk, or a message of each.
    private static bool HasTalked(SearchHistory history, Used exchange)
    {
        var since = history.Contacts[exchange.Person].Where(c => DateOnly.FromDateTime(c.Contact.At) is var day && day >= exchange.On && day <= exchange.On!.Value.AddDays(Ever)).ToList();
        return since.Exists(c => c.Contact.Direction != Direction.Out) && since.Exists(c => c.Contact.Direction != Direction.In);
    }

    private static IReadOnlyDictionary<int, int> By(IEnumerable<Outcome> outcomes, OpportunityState state, CreditRule rule) =>
        Credit.Shared(outcomes.Where(o => o.State == state).Select(o => o.Chain), rule, t => (int)t.Tactic, Unknown);

    private static double Outcomes(IReadOnlyDictionary<int, int> shares, Tactic tactic) => (double)shares.GetValueOrDefault((int)tactic) / Credit.Whole;

    private static Attribution Credits(IReadOnlyList<Outcome> outcomes, CreditRule rule) => new(
        rule, outcomes.Count(o => o.State == OpportunityState.Interview), outcomes.Count(o => o.State == OpportunityState.Offer), outcomes.Count(o => o.Chain.Count == 0),
        Shares(outcomes, rule, t => t.Person), Shares(outcomes, rule, t => t.Event ?? Guid.Empty));

    private static List<Share> Shares(IEnumerable<Outcome> outcomes, CreditRule rule, Func<Touch, Guid> key) =>
    [
        .. Credit.Shared(outcomes.Select(o => o.Chain), rule, key, Guid.Empty).Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key)
            .Select(s => new Share(s.Key == Guid.Empty ? null : s.Key, (double)s.Value / Credit.Whole)),
    ];

    private static List<Flow> Flows(SearchHistory history, IReadOnlyList<Course> courses)
    {
        var outcome = history.Openings.SelectMany(o => o.People.Select(p => (Person: p, o.Furthest))).GroupBy(p => p.Person).ToDictionary(g => g.Key, g => g.Max(p => p.Furthest));
        return
        [
            .. courses.Select(c => (
                    Tactic: history.Exchanges[c.Person].OrderBy(e => e.On ?? DateOnly.MinValue).ThenBy(e => e.Exchange).Select(e => (Tactic?)e.Tactic).FirstOrDefault(),
                    Stage: c.Reached.Keys.Max(),
                    Outcome: outcome.TryGetValue(c.Person, out var state) ? (OpportunityState?)Rough(state) : null))
                .GroupBy(p => p).Select(g => new Flow(g.Key.Tactic, g.Key.Stage, g.Key.Outcome, g.Count()))
                .OrderBy(s => s.Tactic ?? (Tactic)99).ThenByDescending(s => s.Stage).ThenByDescending(s => s.Outcome ?? (OpportunityState)(-1)),
        ];
    }

    // Lead, interview, offer: finer would be too thin to see.
    private static OpportunityState Rough(OpportunityState state) => state switch
    {
        >= OpportunityState.Offer => OpportunityState.Offer,
        OpportunityState.Interview => OpportunityState.Interview,
        _ => OpportunityState.Lead,
    };

    private static Homework Asks(SearchHistory history, DateOnly today, Func<DateOnly, bool> isIn)
    {
        var asks = new List<(bool IsPrepared, bool IsAnswered)>();
        foreach (var person in history.Contacts)
        {
            var contacts = person.ToList();
            for (var at = 0; at < contacts.Count; at++)
            {
                var day = DateOnly.FromDateTime(contacts[at].Contact.At);
                if (contacts[at] is not { IsAsk: true, Readiness: { } ready } || !isIn(day))
                    continue;
                var last = day.AddDays(AnswerDays);
                var isAnswered = contacts[at].Contact.Direction == Direction.Both || Answers(contacts, at, last);
                // A wait that is not over yet says nothing.
                if (isAnswered || last < today)
                    asks.Add((ready >= Domain.Preparation.Readiness.Ready, isAnswered));
            }
        }
        var (prepared, unprepared) = (Share(asks.Where(a => a.IsPrepared)), Share(asks.Where(a => !a.IsPrepared)));
        return new(prepared, unprepared, prepared.Against(unprepared));

        static Rate Share(IEnumerable<(bool IsPrepared, bool IsAnswered)> asks) => new(asks.Count(a => a.IsAnswered), asks.Count());

        static bool Answers(List<SearchHistory.Said> contacts, int ask, DateOnly last) =>
            contacts.Where((c, at) => at != ask && c.Contact.Direction != Direction.Out && c.Contact.At >= contacts[ask].Contact.At && DateOnly.FromDateTime(c.Contact.At) <= last).Any();
    }

    private static Dictionary<DateOnly, int> Calendar(SearchHistory history, DateOnly today) =>
        history.Contacts.SelectMany(c => c).Where(c => c.Contact.Direction != Direction.In).Select(c => DateOnly.FromDateTime(c.Contact.At)).Where(d => d <= today && d > today.AddDays(-CalendarDays)).CountBy(d => d).ToDictionary();
}
