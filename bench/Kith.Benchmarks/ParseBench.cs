using System.CommandLine;
using System.Diagnostics;
using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Mail;
using Kith.Formats.VCards;

namespace Kith.Benchmarks;

/// <summary>How fast a reader goes through a generated file, on one core and without a database.</summary>
internal static class ParseBench
{
    private static readonly Option<string> Format = new("--format") { Description = "Kind of file", DefaultValueFactory = _ => "vcard" };

    private static readonly Option<int> Items = new("--items") { Description = "Cards, rows or messages in the file", HelpName = "N", DefaultValueFactory = _ => 200_000 };

    internal static Command Command()
    {
        Format.AcceptOnlyFromAmong("vcard", "google", "mbox");
        return new Command("parse", "Read a generated file through") { Format, Items }.Measures(Run);
    }

    private static async Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        var (format, items) = (parsed.GetRequiredValue(Format), parsed.GetValue(Items));
        var folder = Directory.CreateTempSubdirectory("kith-bench-");
        try
        {
            // Once to compile the code, once to count.
            Read(GeneratedFile.Write(folder.FullName, format, Math.Min(items, 5_000)), format);
            var path = GeneratedFile.Write(folder.FullName, format, items);
            var bytes = new FileInfo(path).Length;
            Print.Step($"reading {items} items ({bytes / 1e6:0.0} MB)");
            await using var memory = new Memory();
            var started = Stopwatch.GetTimestamp();
            var read = Read(path, format);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return new
            {
                items = read,
                bytes,
                seconds = Print.Round(seconds),
                itemsPerSecond = Print.Round(read / seconds, 0),
                megabytesPerSecond = Print.Round(bytes / 1e6 / seconds, 1),
                rssGrowthMb = memory.GrowthMb,
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Read(string path, string format)
    {
        using var file = File.OpenRead(path);
        var issues = new IssueLog();
        return format switch
        {
            "vcard" => VCardContacts.Read(file, path, issues).LongCount(),
            "google" => ContactCsvReader.Read(file, path, issues).Contacts.LongCount(),
            _ => MboxReader.Read(file, path, issues).LongCount(),
        };
    }
}
