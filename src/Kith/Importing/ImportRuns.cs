using System.Text.Json;
using System.Text.Json.Serialization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>The list of imports: what was received, what came of it.</summary>
internal static class ImportRuns
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Notes a finished import in the import's own transaction, so that the note and the rows are there together or not at all.</summary>
    internal static async Task Done(KithDb db, ImportFile.Command command, string kind, long bytes, Imported imported, CancellationToken ct)
    {
        var run = command.Run is { } id ? await db.Imports.OrRefuse(id, ct) : null;
        if (run is null)
            db.Add(run = new ImportRun { Id = db.NewId(), FileName = command.Name, Bytes = bytes, Kind = kind, ReceivedAt = Now(db) });
        (run.State, run.Kind) = (ImportState.Done, kind);
        run.FinishedAt = Now(db);
        run.ImportBatchId = imported.Batch;
        run.Report = JsonSerializer.Serialize(imported, Json);
        if (command.Options is { } options)
            run.Decide(options);
        run.Failure = null;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Notes why an import ended without anything.</summary>
    internal static Task Failed(KithDb db, Guid id, string why, CancellationToken ct)
    {
        DateTime? now = Now(db);
        return db.Imports.Where(i => i.Id == id).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.State, ImportState.Failed).SetProperty(x => x.Failure, why).SetProperty(x => x.FinishedAt, now), ct);
    }

    /// <summary>Keeps what was found in a received file.</summary>
    internal static void Describe(this ImportRun run, ImportPreview preview) => run.Report = JsonSerializer.Serialize(preview, Json);

    /// <summary>Keeps what the user decided about it.</summary>
    internal static void Decide(this ImportRun run, ImportOptions options) => run.Options = JsonSerializer.Serialize(options, Json);

    /// <summary>What the user decided about it; the defaults where nothing was.</summary>
    internal static ImportOptions Decided(this ImportRun run) =>
        run.Options is { } options ? JsonSerializer.Deserialize<ImportOptions>(options, Json) ?? ImportOptions.Default : ImportOptions.Default;

    internal static ImportPreview? Preview(this ImportRun run) =>
        run is { State: ImportState.Received, Report: { } report } ? JsonSerializer.Deserialize<ImportPreview>(report, Json) : null;

    internal static Imported? Result(this ImportRun run) =>
        run is { State: ImportState.Done, Report: { } report } ? JsonSerializer.Deserialize<Imported>(report, Json) : null;

    private static DateTime Now(KithDb db) => db.Clock.GetUtcNow().UtcDateTime;
}
