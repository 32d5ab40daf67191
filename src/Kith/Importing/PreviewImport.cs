using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Calendars;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;
using Kith.Formats.LinkedIn;
using Kith.Formats.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Looks through a file without taking anything: counts, first rows, issues, and for all but the largest what would come of it.</summary>
internal static class PreviewImport
{
    /// <summary>Rows up to which the import is tried out and taken back, to tell exactly what would change.</summary>
    private const int MostTried = 20_000;

    private const int MostRows = 5;
    private const int MostIssues = 200;

    internal static async Task<ImportPreview> Of(string path, string name, KithDb db, WorkspaceClock clock, CancellationToken ct, ImportOptions? told = null)
    {
        var kind = FileKinds.Of(path, name, FileKinds.Auto);
        if (FileKinds.IsMail(kind))
            return await Mail(path, name, told ?? ImportOptions.Default, db, clock, ct);
        await using var file = File.OpenRead(path);
        if (kind != FileKinds.LinkedIn)
            return await Other(path, name, file, kind, told?.Table, db, clock, ct);
        var known = await KnownPeople.Load(db, ct);
        using var export = LinkedInExport.Open(file, name);
        var (isNew, isKnown) = (0, 0);
        List<PreviewFile?> files =
        [
            Scan(export, LinkedInFiles.Connections, row => Count(row, known, ref isNew, ref isKnown)),
            Scan(export, LinkedInFiles.Messages, m => new(m.From.AsWritten, m.Text, Day(m.AtUtc))),
            Scan(export, LinkedInFiles.Invitations, i => new($"{i.From.AsWritten} to {i.To.AsWritten}", i.Message, Day(i.SentAtUtc))),
            Scan(export, LinkedInFiles.RecommendationsReceived, r => new(r.Name.AsWritten, r.Text, Day(r.CreatedAtUtc))),
            Scan(export, LinkedInFiles.RecommendationsGiven, r => new(r.Name.AsWritten, r.Text, Day(r.CreatedAtUtc))),
            Scan(export, LinkedInFiles.Endorsements, e => new(e.Endorser.AsWritten, e.Skill, Day(e.EndorsedAtUtc))),
            Scan(export, LinkedInFiles.Profile, p => new(p.Name.AsWritten, p.Headline, null)),
            Scan(export, LinkedInFiles.ProfileSummary, s => new(s.Text, null, null)),
            Scan(export, LinkedInFiles.Positions, p => new(p.Title ?? p.Company, p.Company, p.From?.ToString())),
            Scan(export, LinkedInFiles.Education, e => new(e.School, e.Degree, e.From?.ToString())),
            Scan(export, LinkedInFiles.Projects, p => new(p.Title, p.Description, p.From?.ToString())),
            Scan(export, LinkedInFiles.Skills, s => new(s.Name, null, null)),
            Scan(export, LinkedInFiles.Languages, l => new(l.Name, l.Proficiency, null)),
            Scan(export, LinkedInFiles.EmailAddresses, e => new(e.Address, null, null)),
            Scan(export, LinkedInFiles.PhoneNumbers, p => new(p.Number, p.Type, null)),
            Scan(export, LinkedInFiles.JobPreferences, j => new(string.Join(", ", j.JobTitles), string.Join(", ", j.Locations), null)),
            Scan(export, LinkedInFiles.CompanyFollows, c => new(c.Organization, null, Day(c.FollowedAtUtc))),
            Scan(export, LinkedInFiles.Events, e => new(e.Name, e.Status, Day(e.StartsAtUtc))),
            Scan(export, LinkedInFiles.JobApplications, j => new(j.Title ?? "", j.Company, Day(j.AppliedAtUtc))),
            Scan(export, LinkedInFiles.SavedJobs, j => new(j.Title ?? "", j.Company, Day(j.SavedAtUtc))),
        ];
        var preview = new ImportPreview([.. files.OfType<PreviewFile>()], isNew, isKnown, null);
        return preview.Rows <= MostTried && !await IsBusy(db, ct)
            ? preview with { Expected = await ImportFile.Handle(new(path, name, DryRun: true), db, clock, ct) }
            : preview;
    }

    private static async Task<ImportPreview> Mail(string path, string name, ImportOptions options, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        using var mailbox = Mailbox.Open(path, name);
        var own = await ImportMail.Own(db, mailbox, options, ct);
        var issues = new IssueLog(MostIssues);
        var (rows, first) = (0, new List<PreviewRow>());
        var (oldest, newest) = (DateTime.MaxValue, DateTime.MinValue);
        foreach (var mail in mailbox.Read(issues))
        {
            if (++rows <= MostRows)
                first.Add(new(mail.Subject ?? "Without a subject", mail.From is { } from ? MailNames.Of(from) ?? from.Email : null, Day(MailRules.At(mail))));
            if (MailRules.At(mail) is { } at)
                (oldest, newest) = (at < oldest ? at : oldest, at > newest ? at : newest);
        }
        var found = new PreviewFile(name, rows, first, [.. issues.Items.Select(i => new ImportIssue(i.Line, i.Code, i.Message))], issues.Total);
        var expected = own.Count > 0 && rows <= MostTried && !await IsBusy(db, ct) ? await ImportFile.Handle(new(path, name, DryRun: true, Options: options), db, clock, ct) : null;
        return new([found], expected?.People ?? 0, 0, expected) { Mail = new([.. own.Order(StringComparer.OrdinalIgnoreCase)], oldest <= newest ? oldest : null, oldest <= newest ? newest : null) };
    }

    private static async Task<ImportPreview> Other(string path, string name, Stream file, string kind, TableColumns? told, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var table = ContactFiles.IsUnknownTable(file, name, kind) ? await Tables.Show(db, file, name, told, ct) : null;
        if (table is { Choice.IsEnough: false })
            return new([new(name, table.Rows.Count, [], [], 0)], 0, 0, null) { Table = table };
        var issues = new IssueLog(MostIssues);
        var (rows, first) = (0, new List<PreviewRow>());
        foreach (var row in Rows(file, name, kind, table?.Choice, issues))
            if (++rows <= MostRows)
                first.Add(row);
        var found = new PreviewFile(name, rows, first, [.. issues.Items.Select(i => new ImportIssue(i.Line, i.Code, i.Message))], issues.Total);
        var options = new ImportOptions { Table = table?.Choice };
        var expected = rows <= MostTried && !await IsBusy(db, ct) ? await ImportFile.Handle(new(path, name, DryRun: true, Options: options), db, clock, ct) : null;
        return new([found], expected?.People ?? rows, expected is null ? 0 : expected.Updated + expected.Unchanged, expected) { Table = table };
    }

    private static IEnumerable<PreviewRow> Rows(Stream file, string name, string kind, TableColumns? columns, IssueLog issues) =>
        kind == FileKinds.Calendar ? CalendarReader.Read(file, name, issues).Select(i => new PreviewRow(i.Summary ?? "Without a title", i.Location, i.Start?.Local.ToString("d MMM yyyy", CultureInfo.InvariantCulture)))
        : columns?.Openings is { } openings ? OpportunityCsv.Read(file, name, openings, issues).Select(o => new PreviewRow(o.Title ?? o.Company ?? o.Url ?? "Nothing", o.Company, o.Status))
        : ContactFiles.Read(file, name, kind, issues, columns).Select(r => new PreviewRow(ContactFacts.Name(r) ?? "Nobody", Sub(r), ContactFacts.First(r.Emails)?.Value ?? ContactFacts.First(r.Phones)?.Value));

    private static string? Sub(ContactRecord row) =>
        ContactFacts.First(row.Positions) is { } held ? Projections.Headline(held.Title, held.Organisation) : null;

    // While another import writes, trying this one out would wait for it.
    private static Task<bool> IsBusy(KithDb db, CancellationToken ct) =>
        db.Imports.AnyAsync(i => i.State == ImportState.Queued || i.State == ImportState.Running, ct);

    private static PreviewFile? Scan<T>(LinkedInExport export, LinkedInFile<T> kind, Func<T, PreviewRow> show)
    {
        if (export.Files.FirstOrDefault(f => f.Kind == kind) is not { } file)
            return null;
        var issues = new IssueLog(MostIssues);
        var (rows, first) = (0, new List<PreviewRow>());
        foreach (var row in export.Read(kind, issues))
        {
            var shown = show(row);
            if (++rows <= MostRows)
                first.Add(shown with { Sub = ImportMessages.Short(shown.Sub) });
        }
        return new(file.Path, rows, first, [.. issues.Items.Select(i => new ImportIssue(i.Line, i.Code, i.Message))], issues.Total);
    }

    private static PreviewRow Count(Connection row, KnownPeople known, ref int isNew, ref int isKnown)
    {
        if (!row.IsAnonymous && known.Find(ImportConnections.KeyOf(row)) != KnownPeople.Nobody)
            isKnown++;
        else if (!row.IsAnonymous)
            isNew++;
        return new(ImportConnections.FullName(row), Projections.Headline(row.Title, row.Company), row.ConnectedOn?.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
    }

    private static string? Day(DateTime? utc) => utc?.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
