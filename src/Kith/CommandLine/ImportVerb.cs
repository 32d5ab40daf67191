using System.CommandLine;
using System.Globalization;
using Kith.Importing;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith import FILE...</c></summary>
internal static class ImportVerb
{
    private const int IssuesShown = 20;

    private static readonly string[] Kinds = [.. FileKinds.Known, ArchiveVerb.Kind];

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "A LinkedIn export or one of its CSV files, vCards, the CSV of an address book, a calendar, mail (.mbox, .eml, a Maildir)",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Kind = new("--kind") { Description = "What the files are", HelpName = string.Join('|', Kinds), DefaultValueFactory = _ => "auto" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would happen, and change nothing" };

    private static readonly Option<string[]> Me = new("--me") { Description = "An address of yours, where mail or a calendar does not show it", HelpName = "ADDRESS" };

    private static readonly Option<bool> Text = new("--text") { Description = "Of mail, keep what people wrote too, and not only who wrote whom about what" };

    private static readonly Option<string[]> Column = new("--column")
    {
        Description = "Of a table, what a column is: \"Full Name=full-name\"; once for each column that is not guessed right. \"=ignore\" leaves it out",
        HelpName = "NAME=FIELD",
    };

    private static readonly Option<bool> Openings = new("--openings") { Description = "Of a table, its rows are job openings and not people" };

    internal static Command Build(Surroundings here)
    {
        Kind.AcceptOnlyFromAmong(Kinds);
        return new Command("import", "Import a LinkedIn export, an address book, a calendar or mail (the same file twice changes nothing), or an archive of kith") { Files, Kind, DryRun, Me, Text, Column, Openings }.Does(here, Run);
    }

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var imported = new List<Imported>();
        var options = new ImportOptions { OwnAddresses = parsed.GetValue(Me) ?? [], KeepText = parsed.GetValue(Text) };
        foreach (var path in parsed.GetRequiredValue(Files))
        {
            var table = await ChooseColumns.Handle(path, parsed.GetValue(Column) ?? [], parsed.GetValue(Openings), session.Db, ct);
            var command = new ImportFile.Command(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), parsed.GetValue(Kind)!, parsed.GetValue(DryRun), Options: options with { Table = table });
            imported.Add(await WithProgress(session.Terminal, progress => ArchiveVerb.Takes(command)
                ? ArchiveVerb.Import(command, session, progress, ct)
                : ImportFile.Handle(command, session.Db, session.Clock, ct, progress)));
        }
        var files = imported.SelectMany(i => i.Files).ToList();
        var batches = imported.Select(i => i.Batch).OfType<Guid>().ToList();
        return session.Terminal.Answer(
            new
            {
                Batch = batches.Count == 0 ? (Guid?)null : batches[0],
                Batches = batches.Count > 1 ? batches : null,
                files,
                People = imported.Sum(i => i.People),
                Organisations = imported.Sum(i => i.Organisations),
                Interactions = imported.Sum(i => i.Interactions),
                Exchanges = imported.Sum(i => i.Exchanges),
                Seconds = Math.Round(imported.Sum(i => i.Seconds), 3),
            },
            console => Draw(console, files, imported, batches, parsed.GetValue(DryRun)),
            files.Any(HasLost) ? Root.Refused : Root.Done);
    }

    // What is left out on purpose (drafts, empty rows) is not lost.
    private static bool HasLost(ImportedFile file) => file.Issues.Any(IsFault);

    private static bool IsFault(ImportIssue issue) => !issue.Code.StartsWith("skipped.", StringComparison.Ordinal);

    private static async Task<Imported> WithProgress(Terminal terminal, Func<Action<ImportProgress>?, Task<Imported>> import)
    {
        if (terminal.IsJson || !terminal.Messages.Profile.Out.IsTerminal)
            return await import(null);
        return await terminal.Messages.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("reading", maxValue: 1);
                return await import(progress =>
                {
                    task.Description = Markup.Escape(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"{progress.File}  {progress.Rows:N0} rows")));
                    task.Value = progress.TotalBytes == 0 ? 0 : Math.Min(1, (double)progress.Bytes / progress.TotalBytes);
                });
            });
    }

    private static void Draw(IAnsiConsole console, List<ImportedFile> files, List<Imported> imported, List<Guid> batches, bool dryRun)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("file");
        foreach (var heading in (string[])["read", "added", "updated", "unchanged", "issues"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var file in files)
            table.AddRow(Terminal.Cell(file.File), Number(file.Read), Number(file.Added), Number(file.Updated), Number(file.Unchanged), Number(file.IssuesInAll));
        console.Write(table);
        foreach (var (file, issue) in files.SelectMany(f => f.Issues.Select(i => (f.File, i))).Take(IssuesShown))
            console.WriteLine(Terminal.Plain(issue.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}, line {issue.Line}: {issue.Message}") : $"{file}: {issue.Message}"));
        if (files.Sum(f => f.IssuesInAll) > IssuesShown)
            console.WriteLine("... (more of them with --json)");
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(dryRun ? "Would bring in" : "Brought in")} {imported.Sum(i => i.People):N0} people, {imported.Sum(i => i.Organisations):N0} organisations, {imported.Sum(i => i.Interactions):N0} interactions in {imported.Sum(i => i.Seconds):0.0} s."));
        foreach (var batch in batches)
            console.WriteLine($"Take it back with: kith undo {batch}");
    }

    private static Text Number(long count) => new(count.ToString("N0", CultureInfo.InvariantCulture));
}
