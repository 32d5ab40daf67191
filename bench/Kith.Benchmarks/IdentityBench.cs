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
    private static readonly Option<FileInfo[]> Records = new("--records") { Description = "CSV files, put together; .gz too", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };

    private static readonly Option<string> Truth = new("--truth") { Description = "The column that tells who is who; never compared" };

    private static readonly Option<int> Generate = new("--generate") { Description = "Instead of a table: that many records of invented people", HelpName = "N" };

    private static readonly Option<int> Seed = new("--seed") { Description = "Other numbers invent other people", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Ignore = new("--ignore") { Description = "Columns left out, separated by commas" };

    private static readonly Option<string> Map = new("--map") { Description = "FIELD=COLUMN,... where the guess is wrong; fields are those of FieldKind" };

    internal static Command Command() => new Command("identity", "Find the records of one person in a table") { Records, Truth, Ignore, Map, Generate, Seed }.Measures(Run);

    private static async Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        var (values, truth) = parsed.GetValue(Generate) is > 0 and var many ? GeneratedRecords.Make(many, parsed.GetValue(Seed)) : Table(parsed);
        var records = values.Select((v, i) => new IdentityRecord(KeyOf(i), v)).ToList();
        await using var memory = new Memory();
        var cpu = Cpu();
        var started = Stopwatch.GetTimestamp();
        var matched = Matching.People(records);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        cpu = Cpu() - cpu;
        var growth = memory.GrowthMb;
        var groups = matched.Groups.Select(g => g.Select(key => truth[NumberOf(key)]).ToList()).ToList();
        long found = groups.Sum(g => PairsOf(g.Count)), right = groups.Sum(Right), all = Right(truth);
        var (precision, recall) = ((double)right / Math.Max(1, found), (double)right / Math.Max(1, all));
        var merges = matched.Merges.Select(m => truth[NumberOf(m.One)] == truth[NumberOf(m.Other)]).ToList();
        return new
        {
            records = records.Count,
            pairs = all,
            candidates = matched.Compared,
            candidatesPerRecord = Print.Round((double)matched.Compared / records.Count, 1),
            precision = Print.Round(precision, 4),
            recall = Print.Round(recall, 4),
            f1 = Print.Round(precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, 4),
            merges = merges.Count,
            mergePrecision = merges.Count == 0 ? (double?)null : Print.Round((double)merges.Count(m => m) / merges.Count, 4),
            seconds = Print.Round(seconds),
            cpuSeconds = Print.Round(cpu),
            rssGrowthMb = growth,
        };
    }

    private static string KeyOf(int number) => number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    private static int NumberOf(string key) => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);

    private static (List<IReadOnlyList<IdentityValue>> Records, List<string> Truth) Table(ParseResult parsed)
    {
        var (files, truthName) = (parsed.GetValue(Records), parsed.GetValue(Truth));
        if (files is not { Length: > 0 } || truthName is null)
            throw new InvalidOperationException("Name a table (--records FILE... --truth COLUMN), or --generate N.");
        var (header, rows) = Read(files);
        var truthColumn = header.IndexOf(truthName);
        if (truthColumn < 0)
            throw new InvalidOperationException($"There is no column {truthName}; there are: {header}.");
        var ignored = Names(parsed.GetValue(Ignore)).Append(truthName).Select(CsvHeader.KeyOf).ToHashSet();
        var mapped = Names(parsed.GetValue(Map)).Select(m => m.Split('=')).ToDictionary(m => CsvHeader.KeyOf(m[1]), m => Enum.Parse<FieldKind>(m[0], ignoreCase: true));
        var kinds = IdentityColumns.Guess(header.Names, rows, ignored, mapped);
        return (rows.ConvertAll(row => Record(row, kinds, header)), rows.ConvertAll(row => IdentityColumns.Truth(row[truthColumn])));
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
