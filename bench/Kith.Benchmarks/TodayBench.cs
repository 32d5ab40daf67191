using System.CommandLine;
using Kith.Data;
using Kith.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.Benchmarks;

/// <summary>How long the list of today takes in a large network.</summary>
internal static class TodayBench
{
    private const int WarmUp = 20;

    private const int Runs = 200;

    private static readonly Option<int> People = Arguments.People(50_000);

    internal static Command Command() => new Command("today", "Show today's actions, many times over") { People }.Measures(Run);

    private static async Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        await using var bed = await Bed.Make(ct);
        await Population.Settle(bed, parsed.GetValue(People), ct);
        var cold = new Timings();
        await cold.Measure(Show);
        for (var run = 0; run < WarmUp; run++)
            await Show();
        using var commands = await CommandCount.Start();
        await Show();
        var perQuery = commands.Count;
        var warm = new Timings();
        for (var run = 0; run < Runs; run++)
            await warm.Measure(Show);
        return new { coldMs = cold.Percentile(1), p50ms = warm.Percentile(0.5), p95ms = warm.Percentile(0.95), queries = warm.Count, cpuMs = warm.CpuMs, commandsPerQuery = perQuery };

        Task<int> Show() => bed.Within(async (db, services) =>
            (await ShowToday.Handle(new(), db, services.GetRequiredService<CurrentGoal>(), services.GetRequiredService<WorkspaceClock>(), ct)).Count);
    }
}
