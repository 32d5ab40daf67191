using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Kith.Benchmarks;

/// <summary>
/// Reads every file of a folder of other people's files with our readers, and compares what they saw with the committed figures: no exception,
/// no item lost, no fact fewer than before.
/// </summary>
internal static class Corpus
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "Folder with vcard/, csv/, ics/, vtodo/, mail/, each holding one folder a source" };

    private static readonly Option<FileInfo> Figures = new("--figures") { Description = "Committed figures to compare with", Required = true };

    private static readonly Option<bool> Write = new("--write") { Description = "Write the figures instead of comparing" };

    private static readonly string[] Kinds = ["vcard", "csv", "ics", "vtodo", "mail"];

    internal static Command Command()
    {
        var command = new Command("corpus", "Read every file of a corpus and compare with the committed figures") { Folder, Figures, Write };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Folder), parsed.GetRequiredValue(Figures), parsed.GetValue(Write)));
        return command;
    }

    private static int Run(DirectoryInfo folder, FileInfo figures, bool write)
    {
        var seen = Kinds.Select(k => new DirectoryInfo(Path.Combine(folder.FullName, k))).Where(d => d.Exists)
            .SelectMany(d => d.GetDirectories().OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => Look(d.Name, s))).ToList();
        foreach (var line in seen)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Name,-40} {line.Files,4} files {line.Items,6} of {line.Expected,6} items {line.Facts,7} facts {line.Issues,5} issues"));
        var failures = seen.SelectMany(s => s.Failures).ToList();
        if (write)
            File.WriteAllLines(figures.FullName, seen.Select(s => s.Line), new UTF8Encoding(false));
        else
            failures.AddRange(Compare(seen, File.ReadAllLines(figures.FullName)));
        failures.ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"corpus: {seen.Count} folders, {failures.Count} failures"));
        return failures.Count == 0 ? 0 : 1;
    }

    private static Seen Look(string kind, DirectoryInfo source)
    {
        var seen = new Seen($"{kind}/{source.Name}");
        foreach (var file in source.GetFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
            if (CorpusFile.Of(kind, file) is { } known)
                seen.Add(known);
        return seen;
    }

    private static IEnumerable<string> Compare(List<Seen> seen, string[] committed)
    {
        var before = committed.Select(l => l.Split('\t')).ToDictionary(c => c[0], c => (Items: Number(c[2]), Facts: Number(c[4])));
        foreach (var now in seen)
            if (!before.Remove(now.Name, out var was))
                yield return $"{now.Name}: no committed figures";
            else if (now.Items < was.Items || now.Facts < was.Facts)
                yield return string.Create(CultureInfo.InvariantCulture, $"{now.Name}: {now.Items} items and {now.Facts} facts, {was.Items} and {was.Facts} before");
        foreach (var gone in before.Keys)
            yield return $"{gone}: not there any more";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Seen(string name)
    {
        internal string Name => name;

        internal int Files { get; private set; }

        internal int Items { get; private set; }

        internal int Expected { get; private set; }

        internal int Facts { get; private set; }

        internal long Issues { get; private set; }

        internal List<string> Failures { get; } = [];

        internal string Line => string.Create(CultureInfo.InvariantCulture, $"{name}\t{Files}\t{Items}\t{Expected}\t{Facts}\t{Issues}");

        internal void Add(CorpusFile file)
        {
            Files++;
            (Items, Expected, Facts, Issues) = (Items + file.Items, Expected + file.Expected, Facts + file.Facts, Issues + file.Issues);
            if (file.Failure is { } failure)
                Failures.Add(failure);
        }
    }
}
