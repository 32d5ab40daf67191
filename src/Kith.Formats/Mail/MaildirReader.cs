namespace Kith.Formats.Mail;

/// <summary>Reads a Maildir: a folder with <c>cur</c> and <c>new</c>, one message in each file, and folders of the same kind in it.</summary>
public static class MaildirReader
{
    private static readonly EnumerationOptions everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 16,
        // A link could lead out of the folder that the user chose, or around in a circle; dot folders are Maildir's own.
        AttributesToSkip = FileAttributes.ReparsePoint
    };

    /// <summary>The messages in the order of their paths; the names of the folders they lie in become their labels.</summary>
    public static IEnumerable<MailRecord> Read(string folder, IssueLog issues, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        var count = 0L;
        foreach (var path in Directory.EnumerateFiles(folder, "*", everything).Where(IsMessage).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (count++ == limits.MaxMessages)
            {
                issues.Report(name, 0, "mail.messages", "There are too many messages; the rest was not read");
                yield break;
            }
            foreach (var record in ReadFile(path, name, issues, limits)) yield return WithLabels(record, name);
        }
    }

    private static bool IsMessage(string path) => Path.GetFileName(Path.GetDirectoryName(path)) is "cur" or "new";

    private static IReadOnlyList<MailRecord> ReadFile(string path, string name, IssueLog issues, MailLimits limits)
    {
        try
        {
            using var file = File.OpenRead(path);
            return [.. EmlReader.Read(file, name, issues, limits)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            issues.Report(name, 0, "mail.unreadable", "The file could not be opened");
            return [];
        }
    }

    // Maildir++ writes .Work.Clients/cur for the folder Clients inside Work.
    private static MailRecord WithLabels(MailRecord record, string name)
    {
        var folders = name.Split('/')[..^2].Select(part => part.Trim('.').Replace('.', '/')).Where(part => part.Length > 0).ToArray();
        return folders.Length == 0 ? record : record with { Labels = [.. record.Labels, string.Join('/', folders)] };
    }
}
