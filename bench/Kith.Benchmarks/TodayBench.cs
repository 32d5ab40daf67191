using System.CommandLine;
using Kith.Data;
using Kith.Domain;
using Kith.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.Benchmarks;

/// <summary>How long the list of today takes in a large network.</summary>
internal static class TodayBench
{
    private const int WarmUp = 20;

    private const int Runs = 200;

    private const int Changes = 100;

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
        var changed = new Timings();
        for (var run = 0; run < Changes; run++)
        {
            await DoFirst();
            await changed.Measure(Show);
        }
        return new { coldMs = cold.Percentile(1), p50ms = warm.Percentile(0.5), p95ms = warm.Percentile(0.95), queries = warm.Count, cpuMs = warm.CpuMs, commandsPerQuery = perQuery, afterChangeP50ms = changed.Percentile(0.5), afterChangeP95ms = changed.Percentile(0.95) };

        // The list of the next moment, after the first thing on it was done.
        Task<int> DoFirst() => bed.Within(async (db, services) =>
        {
            var clock = services.GetRequiredService<WorkspaceClock>();
            var first = (await ShowToday.Handle(new(1), db, services.GetRequiredService<CurrentGoal>(), clock, ct))[0];
            return (await DoAction.Handle(new(first.Person.Id, first.Loop?.Id, Channel.Mail, Direction.Out, Action: first.Action), db, clock, ct)).ClosedLoops.Count;
        });

        // The rows and the follow-up tile under them, as the page reads them.
        Task<int> Show() => bed.Within(async (db, services) =>
        {
            var clock = services.GetRequiredService<WorkspaceClock>();
            var rows = await ShowToday.Handle(new(), db, services.GetRequiredService<CurrentGoal>(), clock, ct);
            return rows.Count + (await db.FollowUps(clock, ct)).Mine.Ever.Trials;
        });
    }
}
