using System.CommandLine;
using System.Diagnostics;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Importing;
using Microsoft.Extensions.DependencyInjection;
using Command = System.CommandLine.Command;

namespace Kith.Benchmarks;

/// <summary>How fast an export comes in, against the raw prepared-insert rate of the same rows, and how much memory it takes.</summary>
internal static class ImportBench
{
    // Enough for the code to be compiled before it is measured.
    private const int WarmUp = 500;

    private static readonly Option<int> People = Arguments.People(30_000);

    private static readonly Option<string> Format = new("--format") { Description = "Kind of file", DefaultValueFactory = _ => "linkedin" };

    private static readonly Option<string> Provider = new("--provider") { Description = "Database", DefaultValueFactory = _ => "sqlite" };

    internal static Command Command()
    {
        Format.AcceptOnlyFromAmong(GeneratedFile.Kinds);
        Provider.AcceptOnlyFromAmong("sqlite", "postgres");
        return new Command("import", "Import a generated file into a fresh database") { People, Format, Provider }.Measures(Run);
    }

    private static async Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        var (people, format) = (parsed.GetValue(People), parsed.GetRequiredValue(Format));
        await using var postgres = parsed.GetValue(Provider) == "postgres" ? new PostgresServer() : null;
        await Import(WarmUp, format, postgres, measured: false, ct);
        return await Import(people, format, postgres, measured: true, ct);
    }

    private static async Task<object> Import(int people, string format, PostgresServer? postgres, bool measured, CancellationToken ct)
    {
        await using var bed = await Bed.Make(ct, postgres);
        var path = GeneratedFile.Write(bed.Storage.Folder, format, people);
        if (measured)
            Print.Step($"importing {people} {(format == "mbox" ? "messages" : "people")} ({new FileInfo(path).Length / 1e6:0.0} MB) into {(postgres is null ? bed.Storage.SqliteFile : "PostgreSQL")}");
        double seconds, growth;
        await using (var memory = new Memory())
        {
            var started = Stopwatch.GetTimestamp();
            await bed.Within((db, services) => ImportFile.Handle(new(path, Path.GetFileName(path)), db, services.GetRequiredService<WorkspaceClock>(), ct));
            seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            growth = memory.GrowthMb;
        }
        if (measured)
            Print.Step($"imported in {seconds:0.0} s; inserting the same rows raw");
        await using var other = await Bed.Make(ct, postgres);
        var (rows, rawSeconds) = await RawInsert.Run(bed, other, ct);
        return new
        {
            rows,
            seconds = Print.Round(seconds),
            rowsPerSecond = Print.Round(rows / seconds, 0),
            rawInsertRowsPerSecond = Print.Round(rows / rawSeconds, 0),
            ratio = Print.Round(rawSeconds / seconds, 3),
            rssGrowthMb = growth,
        };
    }
}
