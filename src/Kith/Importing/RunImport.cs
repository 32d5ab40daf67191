using System.Collections.Concurrent;
using Kith.Data;
using Kith.Data.Jobs;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>The job that imports a received file. A crash loses the transaction and the lease, and the job runs again from the start.</summary>
public static class RunImport
{
    internal const string Kind = "import.run";

    /// <summary>What the job is told.</summary>
    public sealed record Job(Guid Import);

    /// <summary>Makes the jobs and the pages of imports work.</summary>
    public static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddSingleton<RunningImports>()
        .AddSingleton(new JobHandler(Kind, Run, GiveUp))
        .AddHostedService<IncomingFiles>();

    private static async Task Run(IServiceProvider services, OutboxItem job, CancellationToken ct)
    {
        var (db, storage, running) = (services.GetRequiredService<KithDb>(), services.GetRequiredService<Storage>(), services.GetRequiredService<RunningImports>());
        var import = job.Read<Job>().Import;
        var run = await db.Imports.FirstOrDefaultAsync(i => i.Id == import, ct);
        // The import notes its end in its own transaction, so a second delivery finds the note.
        if (run is null || run.State is ImportState.Done or ImportState.Failed)
            return;
        run.State = ImportState.Running;
        await db.SaveChangesAsync(ct);
        try
        {
            var file = new ImportFile.Command(IncomingFiles.PathOf(storage, import), run.FileName, Run: import, Options: run.Decided());
            await ImportFile.Handle(file, db, services.GetRequiredService<WorkspaceClock>(), ct, progress => running.Tell(import, progress));
        }
        catch (RefusedException refused)
        {
            await ImportRuns.Failed(db, import, refused.Message, ct);
        }
        finally
        {
            running.Forget(import);
        }
        File.Delete(IncomingFiles.PathOf(storage, import));
    }

    private static async Task GiveUp(IServiceProvider services, OutboxItem job, CancellationToken ct)
    {
        var import = job.Read<Job>().Import;
        await ImportRuns.Failed(services.GetRequiredService<KithDb>(), import, "Something broke on our side, several times. Nothing of the file was taken; the program's output tells the reason.", ct);
        File.Delete(IncomingFiles.PathOf(services.GetRequiredService<Storage>(), import));
    }
}

/// <summary>How far the running imports of this process are.</summary>
public sealed class RunningImports
{
    private readonly ConcurrentDictionary<Guid, ImportProgress> running = new();

    internal void Tell(Guid import, ImportProgress progress) => running[import] = progress;

    internal void Forget(Guid import) => running.TryRemove(import, out _);

    internal ImportProgress? Of(Guid import) => running.GetValueOrDefault(import);
}
