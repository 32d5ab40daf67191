using System.Diagnostics;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Calendars;
using Kith.Formats.ContactCsv;
using Kith.Formats.LinkedIn;
using Kith.Formats.Mail;
using Kith.Formats.Monica;

namespace Kith.Importing;

/// <summary>Tells what a reader sees in a file, and stores nothing: to look before one imports.</summary>
public static class ParseFile
{
    private const int MostIssues = 10_000;

    /// <summary>What was seen: the kind of file, its items, and what could not be read.</summary>
    public sealed record Parsed(string Kind, IReadOnlyList<object> Items, IReadOnlyList<ImportIssue> Issues, double Seconds);

    /// <summary>Reads the file.</summary>
    public static Parsed Handle(string path, string kind)
    {
        if (!FileKinds.Known.Contains(kind))
            throw new RefusedException("parse.kind", $"Files of kind \"{kind}\" cannot be read. What can be read: {string.Join(", ", FileKinds.Known.Skip(1))}.");
        if (!Path.Exists(path))
            throw new RefusedException("file.unknown", $"There is no file or folder \"{path}\".");
        var started = Stopwatch.GetTimestamp();
        var issues = new IssueLog(MostIssues);
        var name = Path.GetFileName(path);
        try
        {
            var found = FileKinds.Of(path, name, kind);
            object[] items = [.. FileKinds.IsMail(found) ? Mail(path, name, found, issues) : Items(path, name, found, issues)];
            return new(found, items, [.. issues.Items.Select(i => new ImportIssue(i.Line, i.Code, i.Message))], Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3));
        }
        catch (FormatRefusedException refused)
        {
            throw new RefusedException(refused.Code, refused.Message);
        }
    }

    private static IEnumerable<object> Mail(string path, string name, string kind, IssueLog issues)
    {
        using var mailbox = Mailbox.Open(path, name, FileKinds.IsMbox(kind));
        foreach (var mail in mailbox.Read(issues, new() { ReadParts = true }))
            yield return ParsedItems.Of(mail);
    }

    private static IEnumerable<object> Items(string path, string name, string kind, IssueLog issues)
    {
        using var file = File.OpenRead(path);
        var columns = ContactFiles.IsUnknownTable(file, name, kind) ? Tables.Guess(Tables.Look(file, name)) : null;
        var items = kind switch
        {
            _ when columns?.Openings is { } openings => OpportunityCsv.Read(file, name, openings, issues).Select(ParsedItems.Of),
            FileKinds.LinkedIn => LinkedIn(file, name, issues),
            FileKinds.Monica => ParsedItems.Of(MonicaExport.Open(file, name, issues)),
            FileKinds.Calendar => CalendarReader.Read(file, name, issues).Select(ParsedItems.Of),
            _ => ContactFiles.Read(file, name, kind, issues, columns).Select(ParsedItems.Of),
        };
        foreach (var item in items)
            yield return item;
    }

    private static IEnumerable<object> LinkedIn(Stream file, string name, IssueLog issues)
    {
        using var export = LinkedInExport.Open(file, name);
        var profile = export.Read(LinkedInFiles.Profile, new IssueLog(0)).FirstOrDefault();
        var owner = Owner.Infer(export.Read(LinkedInFiles.Messages, new IssueLog(0)), profile, export.Read(LinkedInFiles.Invitations, new IssueLog(0)));
        foreach (var row in export.Read(LinkedInFiles.Connections, issues).Where(c => !c.IsAnonymous))
            yield return ParsedItems.Of(row);
        foreach (var row in export.Read(LinkedInFiles.Messages, issues))
            yield return ParsedItems.Of(row, owner);
        foreach (var row in export.Read(LinkedInFiles.Invitations, issues))
            yield return ParsedItems.Of(row, owner);
    }
}
