using Kith.Data;
using Kith.Domain;
using Kith.Formats;

namespace Kith.Importing;

/// <summary>Looks through a received file once more, by what the user has decided since.</summary>
public static class LookAgain
{
    public static async Task Handle(Guid import, ImportOptions options, KithDb db, WorkspaceClock clock, Storage storage, CancellationToken ct)
    {
        var run = await db.Imports.OrRefuse(import, ct);
        var path = IncomingFiles.PathOf(storage, import);
        if (run.State != ImportState.Received || !File.Exists(path))
            throw new RefusedException("import.gone", "The file is no longer here: it is kept for a week. Choose it again.");
        try
        {
            var preview = await PreviewImport.Of(path, run.FileName, db, clock, ct, options);
            // Trying the import out has emptied the context.
            run = await db.Imports.OrRefuse(import, ct);
            run.Describe(preview);
            run.Decide(options);
            await db.SaveChangesAsync(ct);
        }
        catch (FormatRefusedException refused)
        {
            throw new RefusedException(refused.Code, refused.Message);
        }
    }
}
