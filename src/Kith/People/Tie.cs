using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Strength;
using Kith.Shared.Ui;

namespace Kith.People;

/// <summary>Says how a relationship stands, in sentences.</summary>
internal static class Tie
{
    private const int BriefMoments = 3;

    /// <summary>The one sentence behind the strength: how often, from whom, and when last.</summary>
    internal static string Sentence(IReadOnlyList<Contact> contacts, WorkspaceClock clock)
    {
        if (contacts.Count == 0)
            return "No contact yet, so there is nothing to measure.";
        var last = RelativeDate.Say(clock.DayOf(contacts.Max(c => c.At)), clock.Today);
        var year = contacts.Count(c => c.At > clock.Now.AddYears(-1));
        var theirs = contacts.Count(c => c.Direction != Direction.Out);
        var often = contacts.Count == 1 ? "1 contact"
            : year == contacts.Count ? $"{Number(contacts.Count)} contacts, all in the last year"
            : $"{Number(contacts.Count)} contacts, {Number(year)} of them in the last year";
        var answered = theirs == 0 ? "none from them yet" : theirs == contacts.Count && contacts.All(c => c.Direction == Direction.In) ? "all from them" : null;
        return string.Join(", ", new[] { often, answered, $"the last one {last}" }.OfType<string>()) + ".";
    }

    /// <summary>What to know before talking to them.</summary>
    internal static string Brief(Person person, IReadOnlyList<ShowPerson.OpenLoopRecord> loops, IReadOnlyList<Moment> story, IReadOnlyList<Contact> contacts, WorkspaceClock clock)
    {
        var lines = new List<string> { person.Headline is { } what ? $"{person.FullName}: {what}." : $"{person.FullName}.", Sentence(contacts, clock) };
        lines.AddRange(loops.Select(l => $"Open: {Words.Of(l.Kind)}{(l.What is { } about ? $": {about}" : "")}{(l.Due is { } due ? $" (due {RelativeDate.Say(due, clock.Today)})" : "")}."));
        lines.AddRange(story.Where(m => m.Text is not null && m.Kind is not ("loop" or Noted.Showing or Noted.Impression)).Take(BriefMoments)
            .Select(m => $"{(m.On is { } on ? RelativeDate.Say(on, clock.Today) : "Undated")}: {m.Text}"));
        return string.Join('\n', lines);
    }

    /// <summary>The silence that is longer than usual, as a sentence; null while there is none.</summary>
    internal static string? Drift(Person person, double? rhythmDays, WorkspaceClock clock) =>
        person.DriftFrom <= clock.Today && clock.Today <= person.DriftUntil && rhythmDays is { } usual && person.LastContact is { } last
            ? $"Losing touch: usually in contact every {Number((int)Math.Round(usual))} days, now silent for {Number(clock.Today.DayNumber - clock.DayOf(last).DayNumber)}."
            : null;

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
