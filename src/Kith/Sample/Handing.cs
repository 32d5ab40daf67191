using System.Security.Cryptography;
using System.Text;
using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>The cards of the sample's owner: two variants and one withdrawn, given out, opened, saved and answered.</summary>
internal sealed class Handing(SampleRows rows, WorkspaceClock clock, Guid workspace)
{
    private static readonly (string Name, string? Headline, string? Email, string? Note, ReplyState State)[] Answers =
    [
        ("Ilse Sandberg-Achterberg", "Programme director, Harbor & Finch", "ilse@example.org", "Good talk about the move. Call me in May.", ReplyState.New),
        ("Tomasz Wilk", "Grid planning, Lumen Foundry", "tomasz@example.org", null, ReplyState.Accepted),
        ("Best SEO Offers", null, "offers@example.net", "Rank first!", ReplyState.Dismissed),
    ];

    /// <summary>Gives cards to some of the people, and one to whoever scans a badge.</summary>
    internal void Give(IReadOnlyList<Person> people)
    {
        Card[] cards = [Make("Everybody", "I help planners to trust their forecasts."), Make("Recruiters", "Leads analytics teams; energy, ports, public data.")];
        Make("Old job", null).WithdrawnAt = clock.Now.AddDays(-300);
        for (var number = 0; number < Math.Min(9, people.Count); number++)
        {
            var given = Hand(cards[number % 2], people[number], number, clock.Today.AddDays(-2 - (number * 9)));
            for (var opening = 0; opening < number % 4; opening++)
                Visit(given, VisitKind.Opened, opening);
            if (number % 3 == 2)
                Visit(given, VisitKind.Saved, 1);
            if (number == 3)
                Answer(given, (people[number].FullName, "New number, same desk", null, "Lunch next month?", ReplyState.New), 0, null);
        }
        var badge = Hand(cards[0], null, 99, clock.Today.AddDays(-4));
        badge.Label = "Badge at Energy Data Day";
        for (var number = 0; number < Answers.Length; number++)
        {
            Visit(badge, VisitKind.Opened, number);
            Answer(badge, Answers[number], number, Answers[number].State == ReplyState.Accepted ? people[0].Id : null);
        }
    }

    private void Answer(HandOut given, (string Name, string? Headline, string? Email, string? Note, ReplyState State) said, int number, Guid? person)
    {
        Visit(given, VisitKind.WroteBack, number);
        rows.Add(rows.Replies, new()
        {
            Id = rows.NewId(),
            HandOutId = given.Id,
            Name = said.Name,
            Headline = said.Headline,
            Email = said.Email,
            Note = said.Note,
            At = clock.Noon(given.On).AddHours(8 + number),
            State = said.State,
            PersonId = person,
        });
    }

    private Card Make(string variant, string? line) => rows.Add(rows.Cards, new Card
    {
        Id = rows.NewId(),
        Variant = variant,
        FullName = "Robin Sample",
        Title = "Senior Data Analyst",
        Line = line,
        Email = "robin@example.com",
        CreatedAt = clock.Now.AddDays(-90),
    });

    private HandOut Hand(Card card, Person? person, int number, DateOnly on) => rows.Add(rows.HandOuts, new HandOut
    {
        Id = rows.NewId(),
        CardId = card.Id,
        PersonId = person?.Id,
        // The same every time, and of no use to anybody: a sample has nothing to hide.
        Token = Convert.ToBase64String([.. workspace.ToByteArray(), .. SHA256.HashData(Encoding.UTF8.GetBytes($"sample {number}"))[..16]]).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        On = on,
    });

    private void Visit(HandOut given, VisitKind kind, int number) => rows.Visits.Add(new()
    {
        Id = rows.NewId(),
        HandOutId = given.Id,
        Kind = kind,
        At = clock.Noon(given.On).AddHours(7 + (number * 2)),
    });
}
