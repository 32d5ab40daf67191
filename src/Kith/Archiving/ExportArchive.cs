using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.Sealed;
using Microsoft.EntityFrameworkCore;

namespace Kith.Archiving;

/// <summary>Writes the whole workspace into one archive that only a program like this one is needed to read: see docs/archive.md.</summary>
public static class ExportArchive
{
    /// <summary>What the archive holds: rows by noun.</summary>
    public sealed record Archived(IReadOnlyDictionary<string, long> Counts);

    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet("/settings/archive", Download).RequireAuthorization().ExcludeFromDescription();

    /// <summary>Writes the archive as the workspace is at one moment, holding a few thousand rows at a time.</summary>
    public static async Task<Archived> Handle(KithDb db, Stream target, CancellationToken ct)
    {
        await using var moment = await Snapshot.Take(db, ct);
        using var zip = new SealedZipWriter(target, ArchiveFormat.Name, ArchiveFormat.Version);
        await zip.Add(ArchiveFormat.Settings, output => Settings(db, output, ct));
        foreach (var table in ArchiveTable.All(db.Model))
            await zip.Add(table.Lines.File, output => table.Write(db, output, ct));
        var manifest = zip.Finish(db.Clock.GetUtcNow().UtcDateTime);
        return new(manifest.Files.Where(f => f.Name != ArchiveFormat.Settings).ToDictionary(f => Path.GetFileNameWithoutExtension(f.Name), f => f.Rows ?? 0));
    }

    private static async Task Settings(KithDb db, Stream output, CancellationToken ct)
    {
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == db.WorkspaceId, ct);
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, new() { Encoder = ArchiveFormat.Json.Encoder });
        SettingsLines(db).Write(buffer, json, workspace);
        await output.WriteAsync(buffer.WrittenMemory, ct);
    }

    internal static ArchiveLines SettingsLines(KithDb db) => new(ArchiveFormat.Settings, db.Model.FindEntityType(typeof(Workspace))!);

    // Made in full before the first byte goes out, so that a slow line does not hold the moment and a failure is no half file.
    private static async Task<IResult> Download(KithDb db, WorkspaceClock clock, Storage storage, CancellationToken ct)
    {
        storage.Prepare();
        var made = new FileStream(Path.Combine(storage.Incoming, $"archive-{db.NewId():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            await Handle(db, made, ct);
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
        made.Position = 0;
        return Results.Stream(made, "application/zip", string.Create(CultureInfo.InvariantCulture, $"kith-{clock.Today:yyyy-MM-dd}.zip"));
    }
}
