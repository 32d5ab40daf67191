using Kith.Archiving;
using Kith.Importing;

namespace Kith.CommandLine;

/// <summary>How <c>kith import</c> takes an archive: it is another slice's work and tells the same.</summary>
internal static class ArchiveVerb
{
    internal const string Kind = "archive";

    /// <summary>True when the file is to be taken as an archive.</summary>
    internal static bool Takes(ImportFile.Command command) => command.Kind == Kind || (command.Kind == "auto" && ImportArchive.Takes(command.Path));

    internal static async Task<Imported> Import(ImportFile.Command command, Session session, Action<ImportProgress>? progress, CancellationToken ct)
    {
        var brought = await ImportArchive.Handle(new(command.Path, command.DryRun), session.Db, ct, at => progress?.Invoke(new(at.File, at.Rows, at.Rows, at.TotalRows)));
        return new(
            null,
            [.. brought.Rows.Select(r => new ImportedFile(r.Key, Kind, r.Value, r.Value, 0, 0, 0, [], 0))],
            Rows("people"),
            Rows("organisations"),
            Rows("interactions"),
            Rows("exchanges"),
            brought.Seconds);

        int Rows(string noun) => brought.Rows.GetValueOrDefault($"{noun}.jsonl");
    }
}
