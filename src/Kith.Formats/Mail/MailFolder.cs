namespace Kith.Formats.Mail;

/// <summary>The files of a folder on disk.</summary>
internal static class MailFolder
{
    private static readonly EnumerationOptions everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 16,
        // A link could lead out of the folder that the user chose, or around in a circle; dot folders are Maildir's own.
        AttributesToSkip = FileAttributes.ReparsePoint
    };

    public static IEnumerable<MailFile?> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", everything)
            .Where(path => !IsUnfinished(path))
            .Select(path => MailFile.Of(Path.GetRelativePath(folder, path).Replace('\\', '/'), new FileInfo(path).Length, () => File.OpenRead(path)));

    // A Maildir's tmp holds what is still being delivered.
    private static bool IsUnfinished(string path) =>
        Path.GetDirectoryName(path) is { } folder && Path.GetFileName(folder) == "tmp" && Directory.Exists(Path.Combine(folder, "..", "cur"));
}

/// <summary>A file that stays open when a reading of it is over, so that it can be read again.</summary>
internal sealed class Rewinding : Stream
{
    private readonly Stream file;

    public Rewinding(Stream file)
    {
        this.file = file;
        file.Position = 0;
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => file.Length;
    public override long Position { get => file.Position; set => file.Position = value; }
    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);
    public override int Read(Span<byte> buffer) => file.Read(buffer);
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
