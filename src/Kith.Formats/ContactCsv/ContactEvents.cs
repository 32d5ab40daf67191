using System.Globalization;
using Kith.Formats.Contacts;

namespace Kith.Formats.ContactCsv;

/// <summary>The dates of a row; those that have no field of their own are kept as text.</summary>
internal sealed record ContactEvents(string? Birthday, string? Anniversary, DateOnly? ConnectedOn, IReadOnlyList<Labelled> Others)
{
    /// <summary>The label under which our own files keep the day of a LinkedIn connection.</summary>
    public const string ConnectedLabel = "Connected on LinkedIn";

    public static ContactEvents Of(ContactRow row)
    {
        string? anniversary = Dated(row, ContactField.Anniversary);
        DateOnly? connected = row.Day(ContactField.ConnectedOn, null);
        List<Labelled> others = [];
        foreach (var column in row.Plan.All(ContactField.Event))
        {
            var label = row.Label(column, ContactField.EventLabel).Label;
            if (label == ConnectedLabel && DateOnly.TryParseExact(row.At(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) connected = day;
            else if (anniversary is null && label is not null && label.Equals("Anniversary", StringComparison.OrdinalIgnoreCase)) anniversary = row.Date(column);
            else if (row.At(column) is { } text) others.Add(new(row.Date(column) ?? text, label));
        }
        return new(Dated(row, ContactField.Birthday) ?? InParts(row), anniversary, connected, others);
    }

    private static string? Dated(ContactRow row, ContactField field)
    {
        foreach (var column in row.Plan.All(field))
            if (row.Date(column) is { } date) return date;
        return null;
    }

    // Thunderbird has a column for the year, the month and the day.
    private static string? InParts(ContactRow row)
    {
        var month = Number(row.First(ContactField.MonthOfBirth));
        var day = Number(row.First(ContactField.DayOfBirth));
        return ContactDates.Write(row.First(ContactField.YearOfBirth) is { } year ? Number(year) : null, month, day);
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
