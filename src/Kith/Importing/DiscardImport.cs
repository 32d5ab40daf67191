using Kith.Data;
using Kith.Domain;

namespace Kith.Importing;

/// <summary>Throws a received file away instead of importing it.</summary>
public static class DiscardImport
{
    public static async Task Handle(Guid import, KithDb db, Storage storage, CancellationToken ct)
    {
        var run = await db.Imports.OrRefuse(import, ct);
        if (run.State != ImportState.Received)
            throw new RefusedException("import.started", "This file is imported or on its way; take it back instead.");
        db.Remove(run);
        await db.SaveChangesAsync(ct);
        File.Delete(IncomingFiles.PathOf(storage, import));
    }
}
