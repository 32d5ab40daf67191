using System.CommandLine;
using System.Globalization;
using Kith.Backups;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith backup FILE [--force]</c></summary>
internal static class BackupVerb
{
    private static readonly Argument<FileInfo> To = new("FILE") { Description = "The backup to write" };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it is there" };

    internal static Command Build(Surroundings here) =>
        new Command("backup", "Copy the whole installation into one file, also while it is running") { To, Force }.DoesWithoutSession(here, async (storage, terminal, parsed, ct) =>
        {
            var file = parsed.GetRequiredValue(To).FullName;
            var copied = await NewFile.Write(file, parsed.GetValue(Force), here.Clock, target => BackUp.Handle(storage, file, target, here.Clock, ct));
            return terminal.Answer(new { file, copied.At, copied.Bytes, copied.Keys }, console =>
            {
                console.WriteLine(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"Wrote {file}: a database of {copied.Bytes / 1e6:0.0} MB and {copied.Keys} keys.")));
                console.WriteLine("Bring it back with: kith restore FILE --data FOLDER");
            });
        });
}
