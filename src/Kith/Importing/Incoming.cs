using Kith.Formats.LinkedIn;

namespace Kith.Importing;

/// <summary>An opened file on its way in, of whatever kind.</summary>
/// <param name="BytesRead">How many of its bytes were read so far.</param>
/// <param name="TotalBytes">How many there are.</param>
/// <param name="Take">Brings its rows into the session.</param>
/// <param name="Export">The LinkedIn export, where it is one.</param>
internal sealed record Incoming(Func<long> BytesRead, long TotalBytes, Func<ImportSession, Task> Take, LinkedInExport? Export = null)
{
    /// <summary>A LinkedIn export; what was read of it before, to tell whose it is, does not count.</summary>
    internal static Incoming Of(LinkedInExport export)
    {
        var before = export.BytesRead;
        return new(() => export.BytesRead - before, export.Files.Sum(f => f.Bytes), ImportLinkedIn.Run, export);
    }
}
