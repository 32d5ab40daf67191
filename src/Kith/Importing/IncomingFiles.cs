using System.Globalization;
using Kith.Data;

namespace Kith.Importing;

/// <summary>Uploaded files until they are imported: deleted when done, when refused, or after a week.</summary>
internal sealed class IncomingFiles(Storage storage, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>Where the file of an import lies.</summary>
    internal static string PathOf(Storage storage, Guid run) => Path.Combine(storage.Incoming, run.ToString("N", CultureInfo.InvariantCulture));

    /// <summary>Deletes what nobody came back for.</summary>
    internal static void Sweep(Storage storage, TimeProvider clock)
    {
        if (!Directory.Exists(storage.Incoming))
            return;
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (var file in Directory.EnumerateFiles(storage.Incoming).Where(f => File.GetLastWriteTimeUtc(f) < before))
            File.Delete(file);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
            Sweep(storage, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
