using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>Introductions of the sample network, one at each stage, and a referral.</summary>
internal sealed class Brokers(SampleRows rows, WorkspaceClock clock)
{
    // The steps each of them has taken so far; every one begins as a draft.
    private static readonly IntroductionState[][] Courses =
    [
        [],
        [IntroductionState.Asked],
        [IntroductionState.Asked, IntroductionState.ConnectorAgreed],
        [IntroductionState.Asked, IntroductionState.ConnectorAgreed, IntroductionState.TargetAgreed],
        [IntroductionState.Asked, IntroductionState.ConnectorAgreed, IntroductionState.Made],
        [IntroductionState.Asked, IntroductionState.Made, IntroductionState.Met],
        [IntroductionState.Asked, IntroductionState.Made, IntroductionState.Met, IntroductionState.Thanked],
        [IntroductionState.Asked, IntroductionState.ConnectorAgreed, IntroductionState.TargetAgreed, IntroductionState.Made, IntroductionState.Met, IntroductionState.Thanked, IntroductionState.ReportedBack],
        [IntroductionState.Asked, IntroductionState.Declined],
        [IntroductionState.Asked, IntroductionState.ConnectorAgreed, IntroductionState.Lapsed],
    ];

    /// <summary>Connectors are people who are close; those to meet are not.</summary>
    internal void Bring(IReadOnlyList<Person> connectors, IReadOnlyList<Person> others)
    {
        for (var number = 0; number < Courses.Length; number++)
            Ask(connectors[number % connectors.Count], others[number % others.Count], null, Courses[number]);
        Ask(connectors[^1], null, rows.Opportunities.First(o => o.State == OpportunityState.Screening), [IntroductionState.Asked, IntroductionState.Made]);
    }

    private void Ask(Person connector, Person? other, Opportunity? opening, IntroductionState[] course)
    {
        var start = clock.Today.AddDays(-3 * course.Length);
        var asked = rows.Add(rows.Introductions, new()
        {
            Id = rows.NewId(),
            PersonId = connector.Id,
            OtherId = other?.Id,
            OpportunityId = opening?.Id,
            Kind = opening is null ? IntroductionKind.Introduction : IntroductionKind.Referral,
            Why = opening is null ? $"I would like to hear how {other!.GivenName ?? other.FullName} came to their field." : "You know how I work, and who hires there.",
            Blurb = "Robin leads small data teams and is learning about energy planning. Twenty minutes by phone would be plenty, and a no is perfectly fine. Shall I connect you?",
            CreatedAt = clock.Noon(start),
        });
        for (var step = 0; step < course.Length; step++)
            asked.Advance(course[step], start.AddDays(3 * step));
        asked.Outcome = asked.State switch { IntroductionState.ReportedBack => "A long talk, and two more names.", IntroductionState.Declined => "They are too busy until summer.", _ => null };
        if (asked.ChangedOn is not { } on)
            return;
        foreach (var opened in asked.Opens(on, clock.Offices))
            rows.Add(rows.Loops, new()
            {
                Id = rows.NewId(),
                PersonId = opened.Person,
                Kind = opened.Kind,
                What = opened.What,
                OpenedOn = on,
                Due = opened.Due,
                IntroductionId = asked.Id,
            });
    }
}
