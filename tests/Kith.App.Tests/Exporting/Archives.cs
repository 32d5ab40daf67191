using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Kith.App.Tests.Fixtures;
using Kith.Formats.Sealed;

namespace Kith.App.Tests.Exporting;

/// <summary>Making archives, looking into them and changing them.</summary>
internal static class Archives
{
    /// <summary>Exports the workspace of the command line, which must succeed.</summary>
    internal static async Task<string> Export(this World world, string name = "all.zip", params string[] more)
    {
        var path = Path.Combine(world.Storage.Folder, name);
        var outcome = await world.Run(["export", "--to", path, .. more]);
        outcome.Exit.ShouldBe(0, outcome.Error);
        return path;
    }

    /// <summary>Every file of an archive by name, in the order of the zip; the manifest without its time.</summary>
    internal static IReadOnlyList<(string Name, DateTimeOffset At, string Text)> Files(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. zip.Entries.Select(e => (e.FullName, e.LastWriteTime, e.Name == SealedManifest.FileName ? WithoutTime(Text(e)) : Text(e)))];
    }

    /// <summary>The rows of one file.</summary>
    internal static IReadOnlyList<JsonObject> Rows(string archive, string file)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. Text(zip.GetEntry(file)!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    /// <summary>A copy of the archive with one file changed and an honest manifest: what a hand with an editor could make.</summary>
    internal static async Task<string> With(string archive, string file, Func<string, string> change, int version = 1)
    {
        var path = archive + "." + Path.GetRandomFileName();
        await using var target = File.Create(path);
        using var made = new SealedZipWriter(target, "kith-archive", version);
        foreach (var (name, _, text) in Files(archive).Where(f => f.Name != SealedManifest.FileName))
            await made.Add(name, async output => await output.WriteAsync(Encoding.UTF8.GetBytes(name == file ? change(text) : text)));
        made.Finish(DateTime.UnixEpoch);
        return path;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    private static string WithoutTime(string manifest)
    {
        var told = JsonNode.Parse(manifest)!.AsObject();
        told.Remove("at").ShouldBeTrue();
        return told.ToJsonString();
    }
}
