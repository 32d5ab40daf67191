using System.IO.Compression;

namespace Kith.Formats.LinkedIn;

/// <summary>Why an archive is not read.</summary>
internal static class ZipRefusal
{
    public static FormatRefusedException Broken(Exception? cause = null) => new("zip.broken",
        "The archive is damaged or incomplete. Download it again and choose the new file.", cause);

    public static FormatRefusedException Encrypted(ZipArchiveEntry entry) => new("zip.encrypted",
        $"'{entry.FullName}' in the archive is protected by a password. Choose the file as LinkedIn sent it.");

    public static FormatRefusedException Path(ZipArchiveEntry entry) => new("zip.path",
        $"The archive holds the name '{entry.FullName}', which points outside of it. This is not a file LinkedIn made.");

    public static FormatRefusedException Entries(int count, int max) => new("zip.entries", FormattableString.Invariant(
        $"The archive holds {count:N0} files; at most {max:N0} are read. Choose the file as LinkedIn sent it."));

    public static FormatRefusedException Bomb(ZipArchiveEntry entry) => new("zip.bomb",
        $"'{entry.FullName}' in the archive unpacks to far more than an export holds, so nothing was read.");

    public static FormatRefusedException TooLarge(long max) => new("zip.bomb", FormattableString.Invariant(
        $"The archive unpacks to more than {max / (1 << 20):N0} MiB, far more than an export holds, so nothing was read."));

    public static FormatRefusedException ConnectionsMissing(IEnumerable<string> found)
    {
        string[] names = [.. found];
        var shown = names.Length == 0 ? "nothing" : string.Join(", ", names.Take(6));
        var more = names.Length > 6 ? $" and {names.Length - 6} more" : "";
        return new("zip.connections-missing",
            $"The archive has no Connections.csv; it holds {shown}{more}. At LinkedIn, under Settings, Data privacy, Get a copy of your "
            + "data, choose \"Download larger data archive\" or tick Connections.");
    }

    /// <summary>Runs a step of unpacking; whatever a damaged archive makes it throw becomes one refusal.</summary>
    public static T IfBroken<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException
                                      or OverflowException or IndexOutOfRangeException)
        {
            throw Broken(e);
        }
    }
}
