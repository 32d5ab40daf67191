using System.Globalization;
using Kith.Domain;

namespace Kith.Importing;

/// <summary>How the pages of imports say things.</summary>
internal static class ImportWords
{
    internal static readonly string[] FirstSteps = ["You", "Goal", "People", "Today"];

    internal static string Of(ImportState state, bool isUndone) => state switch
    {
        _ when isUndone => "Taken back",
        ImportState.Received => "Waits for you to look at it",
        ImportState.Queued => "Waits for its turn",
        ImportState.Running => "Running",
        ImportState.Done => "Imported",
        _ => "Not imported",
    };

    internal static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1_000):N0} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / 1e6:N1} MB");

    internal static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    internal static string Rows(long rows) => rows == 1 ? "1 row" : $"{Number(rows)} rows";

    /// <summary>What came of a file, or would: "12 new, 3 changed, 400 as they were".</summary>
    internal static string Came(ImportedFile file)
    {
        (int Count, string Word)[] parts = [(file.Added, "new"), (file.Updated, "changed"), (file.Unchanged, "as they were"), (file.Read - file.Added - file.Updated - file.Unchanged, "left out")];
        return string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{Number(p.Count)} {p.Word}")) is { Length: > 0 } words ? words : "nothing in it";
    }
}
