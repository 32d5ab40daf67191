using System.Collections.Concurrent;
using Kith.Data;
using Kith.Domain.Paths;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Who knows whom, kept for the workspaces that asked lately; built anew when anything there has changed.</summary>
public sealed class TieMaps
{
    // A hosted installation has many workspaces; only those at work need their map.
    private const int Most = 16;

    private readonly ConcurrentDictionary<Guid, Kept> kept = [];

    internal async Task<Kept> Of(KithDb db, CancellationToken ct)
    {
        var stamp = await Stamp(db, ct);
        if (kept.TryGetValue(db.WorkspaceId, out var map) && map.Stamp == stamp)
            return map;
        var bonds = await Bonds.Read(db, ct);
        if (kept.Count >= Most)
            kept.Clear();
        return kept[db.WorkspaceId] = new(stamp, bonds, TieGraph.Build(bonds.People.Count, bonds.Ties()));
    }

    // Every change belongs to a batch, and batches are numbered by time.
    private static Task<string> Stamp(KithDb db, CancellationToken ct) =>
        db.Workspaces.Where(w => w.Id == db.WorkspaceId).Select(w => new { w.StrengthAsOf, Last = db.Batches.OrderByDescending(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefault() })
            .Select(s => s.StrengthAsOf + "/" + s.Last).SingleAsync(ct);

    internal sealed record Kept(string Stamp, Bonds Bonds, TieGraph Graph);
}

/// <summary>Wires introductions into the host.</summary>
public static class IntroductionRegistration
{
    /// <summary>Adds the maps of who knows whom.</summary>
    public static IServiceCollection AddIntroductions(this IServiceCollection services) => services.AddSingleton<TieMaps>();
}
