using System.Globalization;
using Kith.Formats.Monica;

namespace Kith.Importing;

/// <summary>A remark about somebody in Monica that becomes a finding.</summary>
/// <param name="Key">Monica's key, or one made of what is said.</param>
internal sealed record MonicaFact(string Key, string Text, DateOnly? On);

/// <summary>What Monica says of somebody, in sentences, and how often the user wants to be in touch.</summary>
internal static class MonicaFacts
{
    private const int DaysOfWeek = 7, DaysOfMonth = 30, DaysOfYear = 365;

    internal static IEnumerable<MonicaFact> Of(MonicaContact contact) =>
    [
        .. contact.Notes.Where(n => n.Body.Length > 0).Select(n => new MonicaFact(n.Uuid ?? n.Body, n.Body, Day(n.CreatedAt))),
        .. contact.LifeEvents.Select(e => (Event: e, Text: Join(": ", Join(", ", e.Kind, e.Name), e.Note))).Where(e => e.Text.Length > 0).Select(e => new MonicaFact(e.Event.Uuid ?? e.Text, e.Text, e.Event.On)),
        .. contact.Remarks.Select(r => new MonicaFact(Own(contact, r), r, null)),
        .. Sentences(contact).Select(s => new MonicaFact(Own(contact, s), s, null)),
        .. contact.Relations.Where(r => r.Person.Name.Length == 0).Select(r => $"{Begin(r.Kind)}: somebody who is not in the export").Select(s => new MonicaFact(Own(contact, s), s, null)),
    ];

    /// <summary>Days between two touches, as the user wished them in Monica; null for no wish.</summary>
    internal static int? Cadence(MonicaContact contact) => contact.StayInTouchDays is > 0 and var days ? days
        : contact.Reminders.Where(r => !IsBirthday(r)).Select(Days).Where(d => d is not null).Min();

    internal static bool IsBirthday(MonicaReminder reminder) =>
        reminder.Title?.Contains("birthday", StringComparison.OrdinalIgnoreCase) == true || reminder.Title?.Contains("anniversary", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Days between two times of a reminder that comes back; null for one that does not.</summary>
    internal static int? Days(MonicaReminder reminder) => Math.Max(1, reminder.Interval ?? 1) * reminder.Every switch
    {
        "week" => DaysOfWeek,
        "month" => DaysOfMonth,
        "year" => DaysOfYear,
        _ => null,
    };

    internal static DateOnly? Day(DateTime? at) => at is { } time ? DateOnly.FromDateTime(time) : null;

    internal static string Join(string between, params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>();
        foreach (var part in parts)
            if (!string.IsNullOrWhiteSpace(part))
                said.Add(part.Trim());
        return string.Join(between, said);
    }

    internal static string Begin(string word) => word.Length == 0 ? "Related" : char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');

    private static IEnumerable<string> Sentences(MonicaContact contact)
    {
        if (contact.FoodPreferences is { Length: > 0 } food)
            yield return $"Food: {food}";
        if (contact.Gender is { Length: > 0 } gender)
            yield return $"Gender: {gender}";
        if (contact.Birthdate is { IsGuess: true, Text: var year } && !year.StartsWith('-'))
            yield return $"Born about {year[..4]}";
        if (contact.IsDead)
            yield return contact.DeceasedDate is { } day ? $"Died on {day.Text}" : "Has died";
        if (contact.FirstMetThrough is null && Join(": ", contact.FirstMetDate?.Text, contact.FirstMetNote) is { Length: > 0 } met)
            yield return $"You met {met}";
        if (contact.LastTalkedTo is { } last && contact is { Calls.Count: 0, Activities.Count: 0, Conversations.Count: 0 })
            yield return string.Create(CultureInfo.InvariantCulture, $"You last talked on {last:yyyy-MM-dd}");
    }

    private static string Own(MonicaContact contact, string text) => $"{contact.Uuid} {text}";
}
