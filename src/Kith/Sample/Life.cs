using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>How a relationship of the sample network has gone.</summary>
internal enum Course
{
    Advocate,
    Active,
    Drifting,
    Conversed,
    Contacted,
    Unanswered,
    Fresh,
    Connected,
    Dormant,
}

/// <summary>Gives every relationship its history: how it began, what was said when, and what that left open.</summary>
internal sealed class Life(SampleRows rows, WorkspaceClock clock, Random dice)
{
    private static readonly (Course Course, int Count)[] Shares =
    [
        (Course.Advocate, 6), (Course.Active, 28), (Course.Drifting, 12), (Course.Conversed, 26), (Course.Contacted, 16), (Course.Unanswered, 8),
        (Course.Fresh, 14), (Course.Connected, 16), (Course.Dormant, 14),
    ];

    // Answers within the 48 hours, within the week, and later.
    private static readonly int[] FirstGaps = [0, 1, 1, 2, 2, 4, 6, 9, 21, 45];

    private static readonly int[] Presets = [7, 14, 30, 60, 90, 180, 365];

    private readonly DateOnly today = clock.Today;

    /// <summary>A course for each of that many people, mixed but always the same.</summary>
    internal static Course[] Courses(int people, Random dice)
    {
        var courses = Enumerable.Range(0, people).Select(_ => Course.Connected).ToArray();
        Shares.SelectMany(s => Enumerable.Repeat(s.Course, s.Count)).Take(people).ToArray().CopyTo(courses, 0);
        dice.Shuffle(courses);
        return courses;
    }

    internal void Live(Person person, Course course, int number)
    {
        switch (course)
        {
            case Course.Advocate:
                Regular(person, number, Ago(450, 1000), Between(34, 60), 8);
                Contact(person, Ago(60, 300), Channel.Recommendation, Direction.In);
                person.CadenceDays = Presets[2 + (number % 3)];
                break;
            case Course.Active:
                Regular(person, number, Ago(150, 1000), Between(30, 75), 2);
                if (number % 3 != 0)
                    person.CadenceDays = Presets[1 + (number % 4)];
                break;
            case Course.Drifting:
                Regular(person, number, Ago(500, 950), Between(35, 60), Between(150, 250));
                if (number % 2 == 0)
                    person.CadenceDays = Presets[3 + (number % 2)];
                break;
            case Course.Conversed:
                Begin(person, number, Ago(15, 700), out var day);
                Contact(person, day, dice.Next(2) == 0 ? Channel.Meeting : Channel.Call, Direction.Both);
                if (number % 3 == 0)
                    Contact(person, Later(day, 20), Channel.Mail, Direction.Out);
                break;
            case Course.Contacted:
                Begin(person, number, Ago(5, 400), out day);
                Contact(person, day, dice.Next(2) == 0 ? Channel.Mail : Channel.Message, number % 4 == 0 ? Direction.In : Direction.Out);
                break;
            case Course.Unanswered:
                Begin(person, number, Ago(25, 45), out day);
                for (var time = 0; time < 3; time++)
                    Contact(person, Later(day, time * 7), Channel.Mail, Direction.Out);
                break;
            case Course.Fresh:
                Exchange(person, (Tactic)(number % 5), today.AddDays(-(number % 13)));
                break;
            case Course.Connected:
                Exchange(person, Tactic.LinkedInConnection, Ago(95, 1000));
                break;
            default:
                Regular(person, number, Ago(1500, 2300), Between(60, 150), Between(1150, 1300));
                if (number % 4 == 0)
                    person.CadenceDays = 365;
                break;
        }
        FollowUps(person, number);
    }

    // A first exchange, a first word after it, then a talk every so often.
    private void Regular(Person person, int number, DateOnly from, int rhythm, int silentFor)
    {
        Begin(person, number, from, out var day);
        var last = today.AddDays(-silentFor);
        while (day < last)
        {
            var channel = Channels(dice.Next(100));
            var mutual = channel is Channel.Meeting or Channel.Call or Channel.Event;
            Contact(person, day, channel, mutual ? Direction.Both : dice.Next(2) == 0 ? Direction.Out : Direction.In);
            if (channel is Channel.Mail or Channel.Message && dice.Next(3) == 0 && day.AddDays(2) < last)
                Contact(person, day.AddDays(Between(1, 2)), channel, Direction.Both);
            day = day.AddDays(Math.Max(2, (int)(rhythm * (0.6 + (0.8 * dice.NextDouble())))));
        }
        if (dice.Next(3) == 0)
            Exchange(person, Tactic.LinkedInConnection, from.AddDays(3));
    }

    private void Begin(Person person, int number, DateOnly on, out DateOnly first)
    {
        Exchange(person, (Tactic)(number % 8), on);
        first = Later(on, FirstGaps[dice.Next(FirstGaps.Length)]);
    }

    private void Exchange(Person person, Tactic tactic, DateOnly on) => rows.Add(rows.Exchanges, new()
    {
        Id = rows.NewId(),
        PersonId = person.Id,
        Tactic = tactic,
        On = on,
        Note = tactic is Tactic.EventMet or Tactic.CardGiven or Tactic.CardReceived ? Lines.Pick(Lines.Events, dice) : null,
    });

    private void Contact(Person person, DateOnly on, Channel channel, Direction direction) => rows.Add(rows.Interactions, new()
    {
        Id = rows.NewId(),
        PersonId = person.Id,
        Channel = channel,
        Direction = direction,
        At = clock.Noon(on).AddMinutes(dice.Next(-200, 300)),
        Summary = Lines.About(channel, dice),
    });

    // What an exchange opens closes with the first word that went out; where none did, it waits, rests or was let go.
    private void FollowUps(Person person, int number)
    {
        foreach (var exchange in rows.Exchanges.Where(e => e.PersonId == person.Id))
        {
            var loop = Loop.ForExchange(rows.NewId(), exchange);
            var answer = rows.History(person.Id).Where(i => loop.IsAnsweredBy(i.Direction, clock.DayOf(i.At))).MinBy(i => i.At);
            if (answer is not null)
                loop.CloseOnEvidence(answer.Id, clock.DayOf(answer.At));
            else if (number % 6 == 1)
                loop.Snooze(today.AddDays(Between(3, 20)));
            else if (number % 6 == 2)
                loop.CloseByDecision(Lines.Pick(Lines.Decisions, dice), Later(exchange.On!.Value, 80));
            rows.Add(rows.Loops, loop);
        }
    }

    private DateOnly Ago(int least, int most) => today.AddDays(-Between(least, most));

    // History ends yesterday, so that nothing has happened before it could.
    private DateOnly Later(DateOnly day, int days) => day.AddDays(days) < today ? day.AddDays(days) : today.AddDays(-1);

    private int Between(int least, int most) => dice.Next(least, most + 1);

    private static Channel Channels(int chance) => chance switch
    {
        < 34 => Channel.Message,
        < 58 => Channel.Mail,
        < 76 => Channel.Call,
        < 90 => Channel.Meeting,
        < 95 => Channel.Event,
        _ => Channel.Reaction,
    };
}
