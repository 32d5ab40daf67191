using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.CommandLine;

/// <summary>How one part of an installation is.</summary>
internal enum Health
{
    Ok,
    Warning,
    Broken,
}

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="State">How it is now.</param>
/// <param name="Message">A sentence about it, with what to do where something is to be done.</param>
/// <param name="Mended">True when it was out of order and has just been mended.</param>
internal sealed record Check(string Name, Health State, string Message, bool Mended = false);

/// <summary>Looks at every part of an installation that can fall out of order without anybody noticing.</summary>
internal static class Checkup
{
    private static readonly TimeSpan LateJob = TimeSpan.FromHours(1);

    /// <summary>Everything the doctor found, over all workspaces.</summary>
    internal sealed record Found(string Provider, string? Schema, IReadOnlyList<Check> Checks, IReadOnlyDictionary<string, int> Counts);

    internal static async Task<Found> Run(Session session, bool mend, CancellationToken ct)
    {
        var db = session.Db;
        var sqlite = db.Database.IsSqlite();
        var storage = session.Get<Storage>();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        var checks = new List<Check> { Schema(db, applied) };
        checks.AddRange(await (sqlite ? SqliteChecks.Run(db, storage, mend, ct) : PostgresChecks.Run(db, ct)));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        checks.Add(await Workspaces(session, mend, counts, ct));
        checks.Add(await Jobs(db, session.Get<TimeProvider>(), mend, ct));
        checks.Add(Folder(storage, mend));
        return new(sqlite ? "sqlite" : "postgres", applied.LastOrDefault(), checks, counts);
    }

    private static Check Schema(KithDb db, List<string> applied)
    {
        var unknown = applied.Except(db.Database.GetMigrations()).ToList();
        return unknown.Count == 0
            ? new("schema", Health.Ok, $"The newest this program knows ({applied.LastOrDefault()}).")
            : new("schema", Health.Broken, $"A newer Kith has written here ({unknown[^1]}); update this program.");
    }

    private static async Task<Check> Workspaces(Session session, bool mend, SortedDictionary<string, int> counts, CancellationToken ct)
    {
        var db = session.Db;
        var drifted = 0;
        foreach (var workspace in await db.Workspaces.AsNoTracking().OrderBy(w => w.CreatedAt).ToListAsync(ct))
        {
            session.Get<CurrentWorkspace>().Enter(workspace, "command line");
            drifted += await (mend ? Projections.Rebuild(db, ct) : Projections.Drift(db, ct));
            await Count(db, counts, ct);
        }
        return drifted == 0
            ? new("projections", Health.Ok, "Stage, strength and search words of everybody follow from their history.")
            : mend
                ? new("projections", Health.Ok, $"Rebuilt from history for {drifted} people.", Mended: true)
                : new("projections", Health.Broken, $"Out of step with the history of {drifted} people; run: kith doctor --rebuild");
    }

    private static async Task Count(KithDb db, SortedDictionary<string, int> counts, CancellationToken ct)
    {
        await Add("people", db.People);
        await Add("organisations", db.Organisations);
        await Add("positions", db.Positions);
        await Add("exchanges", db.Exchanges);
        await Add("interactions", db.Interactions);
        await Add("loops", db.Loops);
        await Add("findings", db.Findings);
        await Add("goals", db.Goals);
        await Add("opportunities", db.Opportunities);
        await Add("events", db.Events);
        await Add("batches", db.Batches);

        async Task Add<T>(string noun, IQueryable<T> rows)
            where T : Row =>
            counts[noun] = counts.GetValueOrDefault(noun) + await rows.CountAsync(ct);
    }

    private static async Task<Check> Jobs(KithDb db, TimeProvider clock, bool mend, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var late = now - LateJob;
        var stuck = db.Outbox.Where(j => j.DoneAt == null && j.Due < late && (j.LockedUntil == null || j.LockedUntil < now));
        var errors = await stuck.OrderBy(j => j.Due).Select(j => new { j.Kind, j.Error }).Take(100).ToListAsync(ct);
        if (errors.Count == 0)
            return new("jobs", Health.Ok, "None is waiting longer than it should.");
        var first = $"{errors.Count} waiting for more than an hour, the oldest is {errors[0].Kind}{(errors[0].Error is { } error ? $" ({error})" : "")}";
        if (!mend)
            return new("jobs", Health.Warning, $"{first}. They run while kith serves; to try the failed ones again: kith doctor --rebuild");
        await stuck.ExecuteUpdateAsync(j => j.SetProperty(x => x.Due, now).SetProperty(x => x.Attempts, 0).SetProperty(x => x.LockedUntil, (DateTime?)null), ct);
        return new("jobs", Health.Ok, $"{first}; they will be tried again.", Mended: true);
    }

    private static Check Folder(Storage storage, bool mend)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (OperatingSystem.IsWindows())
            return new("folder", Health.Ok, $"{storage.Folder}; who may read it follows from its parent folder.");
        var mode = File.GetUnixFileMode(storage.Folder);
        if ((mode & Others) == 0)
            return new("folder", Health.Ok, $"{storage.Folder} is open to its owner only.");
        if (!mend)
            return new("folder", Health.Warning, string.Create(CultureInfo.InvariantCulture, $"Other users of this machine can reach {storage.Folder}; run: chmod 700 \"{storage.Folder}\""));
        File.SetUnixFileMode(storage.Folder, mode & ~Others);
        return new("folder", Health.Ok, $"{storage.Folder} is now open to its owner only.", Mended: true);
    }
}
