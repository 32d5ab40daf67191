using System.CommandLine;
using System.Globalization;
using Kith.Archiving;
using Kith.Exporting;
using Kith.People;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith export --to FILE [--format FORMAT] [--force]</c></summary>
internal static class ExportVerb
{
    // One line a format; the first is the one that is written when none is named.
    private static readonly Dictionary<string, Func<Session, Stream, CancellationToken, Task<IReadOnlyDictionary<string, long>>>> Formats = new()
    {
        ["archive"] = async (session, target, ct) => (await ExportArchive.Handle(session.Db, target, ct)).Counts,
        ["csv"] = (session, target, ct) => ExportContacts.ToCsv(session.Db, target, ct),
        ["ics"] = (session, target, ct) => ExportCalendar.Handle(session.Db, target, ct),
        ["vcard"] = (session, target, ct) => ExportContacts.ToVCard(session.Db, target, ct),
        ["json"] = (session, target, ct) => Json.WriteArray(target, "people", EachPerson.Handle(session.Db, ct), ct),
    };

    private static readonly Option<FileInfo> To = new("--to") { Description = "The file to write", HelpName = "FILE", Required = true };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "What to write: the archive holds everything and can be imported again",
        HelpName = string.Join('|', Formats.Keys),
        DefaultValueFactory = _ => "archive",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it is there" };

    internal static Command Build(Surroundings here)
    {
        Format.AcceptOnlyFromAmong([.. Formats.Keys]);
        return new Command("export", "Write everything into an archive, or people and dates into a file other programs read") { To, Format, Force }.Does(here, Run);
    }

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var file = parsed.GetRequiredValue(To).FullName;
        var write = Formats[parsed.GetValue(Format)!];
        var counts = await NewFile.Write(file, parsed.GetValue(Force), session.Get<TimeProvider>(), target => write(session, target, ct));
        return session.Terminal.Answer(new { file, counts }, console => console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote {Terminal.Plain(file)}: {string.Join(", ", counts.Where(c => c.Value > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key}")))}.")));
    }
}
