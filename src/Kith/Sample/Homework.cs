using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;

namespace Kith.Sample;

/// <summary>The homework of the sample network: what targets are there for and need, what people care about, questions, and two meetings.</summary>
internal sealed class Homework(SampleRows rows, WorkspaceClock clock, IReadOnlyDictionary<string, Guid> organisations)
{
    private static readonly (FindingKind Kind, string Fact, int DaysAgo)[] AboutTargets =
    [
        (FindingKind.Mission, "Make the energy of the delta clean and payable", 40), (FindingKind.Need, "Forecasts that planners trust", 25),
        (FindingKind.News, "Opens a control room for batteries in spring", 9), (FindingKind.News, "Sold its last coal berth", 320),
    ];

    private static readonly (FindingKind Kind, string Fact)[] AboutPeople =
    [
        (FindingKind.Cares, "Cares about people who are new to the trade"), (FindingKind.CommonGround, "You both row on the Maas"), (FindingKind.Cares, "Wants open weather data for everybody"),
    ];

    /// <summary>Fills the dossiers of targets, and prepares meetings with the first of the people.</summary>
    internal void Do(IReadOnlyList<Person> close, IReadOnlyList<Person> others)
    {
        var targets = Places.All.Where(f => f.Motivation is not null).Select(f => organisations[f.Name]).ToList();
        for (var number = 0; number < targets.Count; number++)
            foreach (var (kind, fact, days) in AboutTargets.Take(1 + (number % 4)))
                Find(kind, fact, days, organisation: targets[number]);
        foreach (var item in Checklists.For(About.Organisation).SelectMany(l => l.Items).Take(4))
            Ask(item, organisation: targets[0], answer: item.Code == "facts.people" ? "The head of planning, with the works council" : null);
        for (var number = 0; number < close.Count; number++)
        {
            var (kind, fact) = AboutPeople[number % AboutPeople.Length];
            Find(kind, fact, 30 + (number * 11), person: close[number].Id);
            foreach (var item in Checklists.For(About.Person).First().Items.Skip(number % 3).Take(2))
                Ask(item, person: close[number].Id, answer: number % 4 == 3 ? "Grid congestion will decide everything" : null);
        }
        Ask();
        Meet(close[0], 2, "Cut the error of day-ahead forecasts from 9 to 6 per cent at Westerplas", "Whom else should I hear before I apply?");
        Meet(others[0], 5, null, null);
    }

    // Every so often something was asked for, now prepared and now not.
    private void Ask()
    {
        foreach (var (number, contact) in rows.Interactions.Where(i => i.Direction != Direction.In && i.Channel is Channel.Mail or Channel.Meeting or Channel.Call).Index().Where(c => c.Index % 6 == 0))
            (contact.IsAsk, contact.Readiness) = (true, number * 37 % 101);
    }

    private void Meet(Person person, int days, string? bring, string? ask) => rows.Add(rows.Briefs, new()
    {
        Id = rows.NewId(),
        PersonId = person.Id,
        Bring = bring,
        Ask = ask,
        MeetingAt = clock.Noon(clock.Today.AddDays(days)).AddHours(3),
    });

    private void Ask(ChecklistItem item, Guid? person = null, Guid? organisation = null, string? answer = null)
    {
        var asked = rows.Add(rows.Questions, new()
        {
            Id = rows.NewId(),
            PersonId = person,
            OrganisationId = organisation,
            Kind = item.Kind,
            Text = item.Text,
            Item = item.Code,
            AskedOn = clock.Today.AddDays(-12),
            AnsweredOn = answer is null ? null : clock.Today.AddDays(-5),
        });
        if (answer is not null)
            Find(item.Answers, answer, 5, person, organisation, asked.Id);
    }

    private void Find(FindingKind kind, string fact, int daysAgo, Guid? person = null, Guid? organisation = null, Guid? question = null) => rows.Add(rows.Findings, new()
    {
        Id = rows.NewId(),
        PersonId = person,
        OrganisationId = organisation,
        QuestionId = question,
        Kind = kind,
        Fact = fact,
        Source = question is not null ? "They said so" : "https://example.org/news",
        On = clock.Today.AddDays(-daysAgo),
    });
}
