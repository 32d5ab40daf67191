using System.Globalization;
using Kith.Shared.Pictures;

namespace Kith.Insights.Pictures;

/// <summary>The user's own moves, day by day over a year: weeks from left to right, Monday on top.</summary>
internal static class HeatMap
{
    private const int Weeks = 53;
    private const int Cell = 13;
    private const int Gap = 2;
    private const int Left = 30;
    private const int Top = 20;

    internal static Picture Of(IReadOnlyDictionary<DateOnly, int> moves, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = monday.AddDays(-7 * (Weeks - 1));
        var days = Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        var active = days.Count(d => moves.GetValueOrDefault(d) > 0);
        var says = active == 0 ? "You have not turned to anybody in the last year."
            : string.Create(CultureInfo.InvariantCulture, $"You turned to somebody on {active} of the last {days.Count} days, in {days.Where(d => moves.GetValueOrDefault(d) > 0).Select(d => (d.DayNumber - first.DayNumber) / 7).Distinct().Count()} of {Weeks} weeks.");
        var drawing = new Drawing(Left + (Weeks * Cell), Top + (7 * Cell) + 4);
        foreach (var (row, name) in new[] { (0, "Mon"), (2, "Wed"), (4, "Fri") })
            drawing.Text(Left - 6, Top + (row * Cell) + 6, name, "end", "faint", 10);
        foreach (var day in days.Where(d => d.DayOfWeek == DayOfWeek.Monday && d.Day <= 7))
            drawing.Text(Place(day).X, 8, day.ToString("MMM", CultureInfo.InvariantCulture), kind: "faint", size: 10);
        drawing.Squares(Rows(days), Cell - Gap, Gap, "none");
        foreach (var level in days.Where(d => moves.GetValueOrDefault(d) > 0).GroupBy(d => moves[d] switch { 1 => "h1", 2 => "h2", < 5 => "h3", _ => "h4" }))
            drawing.Squares(Rows(level), Cell - Gap, Gap, level.Key);
        return new("calendar", says, drawing.Svg(says), ["day", "moves"], [.. days.Where(d => moves.GetValueOrDefault(d) > 0).Select(d => (IReadOnlyList<string>)[d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moves[d].ToString(CultureInfo.InvariantCulture)])],
            "Your own messages and the talks of both; how many is not what counts.");

        // Weeks of one weekday that follow each other are one row.
        IEnumerable<(double X, double Y, int Count)> Rows(IEnumerable<DateOnly> of)
        {
            var chosen = of.ToHashSet();
            return from day in chosen.OrderBy(d => ((int)d.DayOfWeek + 6) % 7).ThenBy(d => d)
                   let before = day.AddDays(-7)
                   where !chosen.Contains(before)
                   let corner = Place(day)
                   select (corner.X, corner.Y + ((Cell - Gap) / 2.0), Enumerable.Range(0, Weeks).TakeWhile(week => chosen.Contains(day.AddDays(7 * week))).Count());
        }

        (double X, double Y) Place(DateOnly day) => (Left + ((day.DayNumber - first.DayNumber) / 7 * Cell), Top + ((day.DayNumber - first.DayNumber) % 7 * Cell));
    }
}
