using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using Kith.Domain.Identity;
using Kith.Formats;
using Kith.Formats.Csv;

namespace Kith.Benchmarks;

/// <summary>How well the records of one person are found in a table whose truth is known, at the shipped threshold and without examples.</summary>
internal static class IdentityBench
{
    private static readonly Option<FileInfo[]> Records = new("--records") { Description = "CSV files, put together; .gz too", Required = true, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };

    private static readonly Option<string> Truth = new("--truth") { Description = "The column that tells who is who; never compared", Required = true };

    private static readonly Option<string> Ignore = new("--ignore") { Description = "Columns left out, separated by commas" };

    private static readonly Option<string> Map = new("--map") { Description = "FIELD=COLUMN,... where the guess is wrong; fields are those of FieldKind" };

    internal static Command Command() => new Command("identity", "Find the records of one person in a table") { Records, Truth, Ignore, Map }.Measures(Run);

    private static Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        var (header, rows) = Read(parsed.GetRequiredValue(Records));
        var truthColumn = header.IndexOf(parsed.GetRequiredValue(Truth));
        if (truthColumn < 0)
            throw new InvalidOperationException($"There is no column {parsed.GetRequiredValue(Truth)}; there are: {header}.");
        var ignored = Names(parsed.GetValue(Ignore)).Append(parsed.GetRequiredValue(Truth)).Select(CsvHeader.KeyOf).ToHashSet();
        var mapped = Names(parsed.GetValue(Map)).Select(m => m.Split('=')).ToDictionary(m => CsvHeader.KeyOf(m[1]), m => Enum.Parse<FieldKind>(m[0], ignoreCase: true));
        var kinds = IdentityColumns.Guess(header.Names, rows, ignored, mapped);
        var truth = rows.ConvertAll(row => IdentityColumns.Truth(row[truthColumn]));
        var records = rows.ConvertAll(row => Record(row, kinds, header));
        var cpu = Cpu();
        var started = Stopwatch.GetTimestamp();
        var matched = Matching.People([.. records.Select((values, i) => new IdentityRecord(i.ToString("D8", System.Globalization.CultureInfo.InvariantCulture), values))]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var groups = matched.Groups.Select(g => g.Select(key => truth[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]).ToList()).ToList();
        long found = groups.Sum(g => PairsOf(g.Count)), right = groups.Sum(Right), all = Right(truth);
        var (precision, recall) = ((double)right / Math.Max(1, found), (double)right / Math.Max(1, all));
        return Task.FromResult<object>(new
        {
            records = rows.Count,
            pairs = all,
            candidates = matched.Compared,
            precision = Print.Round(precision, 4),
            recall = Print.Round(recall, 4),
            f1 = Print.Round(precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, 4),
            seconds = Print.Round(seconds),
            cpuSeconds = Print.Round(Cpu() - cpu),
        });
    }

    private static (CsvHeader Header, List<CsvRow> Rows) Read(FileInfo[] files)
    {
        var rows = new List<CsvRow>();
        CsvHeader? header = null;
        foreach (var file in files)
        {
            using var raw = file.OpenRead();
            using Stream source = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
            var table = CsvTable.Find(source, file.Name, _ => true, new IssueLog())!;
            header ??= table.Header;
            rows.AddRange(table.Rows());
        }
        return (header!, rows);
    }

    private static IReadOnlyList<IdentityValue> Record(CsvRow row, FieldKind?[] kinds, CsvHeader header) =>
        [.. Enumerable.Range(0, kinds.Length).Where(c => kinds[c] is not null && row[c].Length > 0).Select(c => new IdentityValue(kinds[c]!.Value, row[c], header.Names[c]))];

    private static string[] Names(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static long Right(List<string> truth) => truth.GroupBy(t => t).Sum(g => PairsOf(g.Count()));

    private static long PairsOf(long count) => count * (count - 1) / 2;

    private static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
