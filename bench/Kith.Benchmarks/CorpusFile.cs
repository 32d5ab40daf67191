using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kith.Domain;
using Kith.Importing;

namespace Kith.Benchmarks;

/// <summary>One file of a corpus: the items our reader saw, those a plain search for their beginnings counts, and the facts in them.</summary>
/// <param name="Items">Cards, rows, events, tasks or messages read.</param>
/// <param name="Expected">How many begin in the file.</param>
/// <param name="Facts">Values read, over all items.</param>
/// <param name="Issues">What the reader reported.</param>
/// <param name="Failure">What went wrong, where something did.</param>
internal sealed record CorpusFile(int Items, int Expected, int Facts, long Issues, string? Failure)
{
    private static readonly JsonSerializerOptions Absent = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Reads the file; null where it is none of the folder's kind.</summary>
    internal static CorpusFile? Of(string kind, FileInfo file)
    {
        if (KindOf(kind, file) is not { } known)
            return null;
        var expected = Beginnings(kind, known, file);
        try
        {
            var seen = ParseFile.Handle(file.FullName, known);
            var items = JsonSerializer.SerializeToNode(seen.Items, Absent)!.AsArray();
            return new(items.Count, expected ?? items.Count, items.Sum(Leaves), seen.Issues.Count, null);
        }
        catch (RefusedException refused)
        {
            return new(0, expected ?? 0, 0, 1, $"{kind}/{file.Directory!.Name}/{file.Name}: refused: {refused.Message}");
        }
        catch (Exception broken)
        {
            return new(0, expected ?? 0, 0, 0, $"{kind}/{file.Directory!.Name}/{file.Name}: {broken.GetType().Name}: {broken.Message}");
        }
    }

    private static string? KindOf(string kind, FileInfo file) => (kind, file.Extension) switch
    {
        ("vcard", ".vcf") => FileKinds.VCard,
        ("csv", ".csv") => FileKinds.Auto,
        ("ics" or "vtodo", ".ics") => FileKinds.Calendar,
        ("mail", ".eml") => FileKinds.Eml,
        ("mail", ".txt") => FileKinds.Mbox,
        _ => null,
    };

    private static int? Beginnings(string kind, string known, FileInfo file)
    {
        if (kind == "csv")
            return null;
        if (known == FileKinds.Eml)
            return 1;
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName)).Replace("\0", "", StringComparison.Ordinal);
        var lines = text.Split(['\n', '\r'], StringSplitOptions.None);
        return known switch
        {
            FileKinds.VCard => lines.Count(l => Begins(l, "BEGIN:VCARD")),
            FileKinds.Calendar => lines.Count(l => Begins(l, "BEGIN:VEVENT") || Begins(l, "BEGIN:VTODO")),
            _ => lines.Index().Count(l => l.Item.StartsWith("From ", StringComparison.Ordinal) && (l.Index == 0 || lines[l.Index - 1].Length == 0)),
        };
    }

    private static bool Begins(string line, string word) => line.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    // The line an item stands on is where it was found, and no fact.
    private static int Leaves(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(p => p.Key != "line").Sum(p => Leaves(p.Value)),
        JsonArray a => a.Sum(Leaves),
        null => 0,
        _ => 1,
    };
}
