using Kith.Data;
using Kith.Data.Jobs;
using Kith.Domain;

namespace Kith.Importing;

/// <summary>Puts a received file in the queue; the import runs behind the page and survives a restart.</summary>
public static class StartImport
{
    public static async Task Handle(Guid import, ImportOptions options, KithDb db, Storage storage, JobBell bell, CancellationToken ct)
    {
        var run = await db.Imports.OrRefuse(import, ct);
        // A second click on the same button is no second import.
        if (run.State is ImportState.Queued or ImportState.Running or ImportState.Done)
            return;
        if (run.State == ImportState.Failed || !File.Exists(IncomingFiles.PathOf(storage, import)))
            throw new RefusedException("import.gone", "The file is no longer here: it is kept for a week. Choose it again.");
        if (options.Table is { IsEnough: false })
            throw new RefusedException("csv.columns", "Nothing tells yet who the rows are about. Say which column is a name, an e-mail address or a LinkedIn profile.");
        if (run.Preview()?.Mail is { Own.Count: 0 } && options.OwnAddresses.Count == 0)
            throw new RefusedException("mail.owner", "Say which address is yours: without it no mail has a direction.");
        run.Decide(options);
        run.State = ImportState.Queued;
        db.Enqueue(RunImport.Kind, new RunImport.Job(import));
        await db.SaveChangesAsync(ct);
        bell.Ring();
    }
}
