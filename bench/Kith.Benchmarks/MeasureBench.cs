using System.CommandLine;
using System.Diagnostics;
using Kith.Domain;
using Kith.Domain.Strength;

namespace Kith.Benchmarks;

/// <summary>How long it takes to measure every tie from its whole history, and one tie after one more contact.</summary>
internal static class MeasureBench
{
    private const int PerTie = 50;
    private const int Updates = 100_000;

    private static readonly Option<int> Interactions = new("--interactions") { Description = "Contacts in all, with a fiftieth as many people", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };

    internal static Command Command() => new Command("measure", "Measure every tie from its history") { Interactions }.Measures((parsed, _) => Task.FromResult(Run(parsed.GetValue(Interactions))));

    private static object Run(int interactions)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var people = Math.Max(1, interactions / PerTie);
        var dice = new Random(1);
        var contacts = Enumerable.Range(0, interactions).Select(_ => (Person: dice.Next(people), Contact: new Contact(now.AddDays(-dice.NextDouble() * 3650), (Channel)dice.Next(6), (Direction)dice.Next(3)))).ToArray();

        var started = Stopwatch.GetTimestamp();
        var ties = Enumerable.Range(0, people).Select(_ => new TieHistory()).ToArray();
        Array.Sort(contacts, (a, b) => a.Contact.At.CompareTo(b.Contact.At));
        foreach (var (person, contact) in contacts)
            ties[person].Add(contact);
        var habits = Habits.Of(ties, now);
        var sum = ties.Sum(tie => TieStrength.Of(tie, habits, now) ?? 0);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Updates; i++)
        {
            var tie = ties[i % people];
            tie.Add(new(now.AddDays(-dice.NextDouble() * 3650), Channel.Mail, Direction.Both));
            sum += TieStrength.Of(tie, habits, now) ?? 0;
        }
        var update = Stopwatch.GetElapsedTime(started).TotalMicroseconds / Updates;
        return new { interactions, people, meanStrength = Print.Round((double)sum / (people + Updates), 1), seconds = Print.Round(seconds), updateMicroseconds = Print.Round(update) };
    }
}
