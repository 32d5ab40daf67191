using Kith.Formats.Csv;

namespace Kith.Formats.LinkedIn;

/// <summary>Decides for a whole file in which order its dates with slashes are written.</summary>
internal static class DateOrders
{
    private const int LookAhead = 2_000;

    /// <summary>Reads ahead until a date proves the order; the rows read go to <paramref name="seen"/>.</summary>
    public static DateOrder Decide(IEnumerator<CsvRow> rows, CsvTable table, IReadOnlyList<int> dates, IssueLog issues, Queue<CsvRow> seen)
    {
        if (dates.Count == 0) return DateOrder.MonthFirst;
        CsvRow? doubtful = null;
        while (seen.Count < LookAhead && rows.MoveNext())
        {
            seen.Enqueue(rows.Current);
            foreach (var text in dates.Select(date => rows.Current[date].Trim()).Where(text => text.Length > 0))
            {
                if (LinkedInDates.OrderIn(text) is { } order) return order;
                if (LinkedInDates.IsAmbiguous(text)) doubtful ??= rows.Current;
                // The months have names or the year comes first: the file needs no decision.
                else if (!text.Contains('/', StringComparison.Ordinal) && doubtful is null
                         && LinkedInDates.TryPartial(text, DateOrder.MonthFirst, out _)) return DateOrder.MonthFirst;
            }
        }
        if (doubtful is not null)
            issues.Report(table.File, doubtful.Line, "date.order",
                "Nothing in this column tells whether day or month comes first; dates like 3/4/2024 were read as month/day");
        return DateOrder.MonthFirst;
    }
}
