using System.CommandLine;
using System.Globalization;
using Kith.Backups;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith restore FILE [--force]</c></summary>
internal static class RestoreVerb
{
    private static readonly Argument<FileInfo> From = new("FILE") { Description = "A file that kith backup wrote" };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the data that is in the folder" };

    internal static Command Build(Surroundings here) =>
        new Command("restore", "Bring a backup back into a data folder that nobody is working on") { From, Force }.DoesWithoutSession(here, async (storage, terminal, parsed, ct) =>
        {
            var file = parsed.GetRequiredValue(From).FullName;
            var restored = await Restore.Handle(new(file, parsed.GetValue(Force)), storage, here.Clock, ct);
            return terminal.Answer(new { file, storage.Folder, restored.At, restored.Bytes, restored.Keys }, console =>
            {
                console.WriteLine(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"{storage.Folder} is as it was on {restored.At:yyyy-MM-dd HH:mm} UTC.")));
                console.WriteLine("Look whether all is well with: kith doctor");
            });
        });
}
