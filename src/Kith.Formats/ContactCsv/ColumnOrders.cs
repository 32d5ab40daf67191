using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>In which order each column of a table writes its dates, found out from all of its values.</summary>
internal sealed class ColumnOrders
{
    private sealed class Evidence
    {
        public int DayFirst, MonthFirst, DoubtfulLine;
        public string Doubtful = "";
    }

    private readonly Dictionary<int, Evidence> columns;

    public ColumnOrders(IEnumerable<int> dates) => columns = dates.Distinct().ToDictionary(i => i, _ => new Evidence());

    public bool HasColumns => columns.Count > 0;

    public void See(CsvRow row)
    {
        foreach (var (column, seen) in columns)
        {
            var text = row[column];
            if (text.Length == 0) continue;
            var order = ContactDates.OrderIn(text);
            if (order == DateOrder.DayFirst) seen.DayFirst++;
            else if (order == DateOrder.MonthFirst) seen.MonthFirst++;
            else if (seen.DoubtfulLine == 0 && ContactDates.IsAmbiguous(text)) (seen.DoubtfulLine, seen.Doubtful) = (row.Line, text.Trim());
        }
    }

    /// <summary>The order of each column; one that nothing proves takes that of the other columns, else the one assumed, and is reported.</summary>
    public Dictionary<int, DateOrder> Decide(DateOrder assumed, string file, IReadOnlyList<string> names, IssueLog issues)
    {
        var proof = columns.Values.Sum(seen => seen.DayFirst.CompareTo(seen.MonthFirst));
        Dictionary<int, DateOrder> orders = [];
        foreach (var (column, seen) in columns)
        {
            var balance = seen.DayFirst - seen.MonthFirst;
            if (balance == 0) balance = proof;
            orders[column] = balance > 0 ? DateOrder.DayFirst : balance < 0 ? DateOrder.MonthFirst : assumed;
            if (balance == 0 && seen.DoubtfulLine > 0)
                issues.Report(file, seen.DoubtfulLine, "date.order",
                    $"{names[column]}: nothing in this column tells whether day or month comes first; '{seen.Doubtful}' was read as {ContactDates.Read(seen.Doubtful, assumed)}");
        }
        return orders;
    }
}
