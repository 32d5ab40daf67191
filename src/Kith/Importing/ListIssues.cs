using System.Globalization;
using System.Text;
using Kith.Data;

namespace Kith.Importing;

/// <summary>The issues of an import as a list to keep: file, line, reason.</summary>
public static class ListIssues
{
    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet("/import/{import:guid}/issues.csv", Handle).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Handle(Guid import, KithDb db, CancellationToken ct)
    {
        var run = await db.Imports.OrRefuse(import, ct);
        var csv = new StringBuilder("File,Line,Code,Reason\r\n");
        foreach (var file in run.Result()?.Files ?? [])
            foreach (var issue in file.Issues)
                csv.Append(CultureInfo.InvariantCulture, $"{Cell(file.File)},{issue.Line},{issue.Code},{Cell(issue.Message)}\r\n");
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv", $"issues of {Path.GetFileNameWithoutExtension(run.FileName)}.csv");
    }

    // A spreadsheet runs what begins with these signs, and the text is a stranger's.
    private static string Cell(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
