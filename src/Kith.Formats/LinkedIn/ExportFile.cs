namespace Kith.Formats.LinkedIn;

/// <summary>One file of an export that is read.</summary>
/// <param name="Path">Its name in the archive, or the name of the single file.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Bytes">Its size, unpacked.</param>
public sealed record ExportFile(string Path, LinkedInFile Kind, long Bytes)
{
    internal Func<Stream> Open { get; init; } = () => Stream.Null;
}
