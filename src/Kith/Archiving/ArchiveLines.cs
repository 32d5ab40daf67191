using System.Buffers;
using System.Text;
using System.Text.Json;
using Kith.Domain;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kith.Archiving;

/// <summary>Turns rows of one noun into lines of JSON and back.</summary>
internal sealed class ArchiveLines
{
    private readonly IReadOnlyList<ArchiveColumn> columns;
    private readonly Dictionary<string, ArchiveColumn> byName;

    internal ArchiveLines(string file, IReadOnlyEntityType noun)
    {
        (File, columns) = (file, ArchiveColumn.Of(noun));
        byName = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The name of the file in the archive.</summary>
    internal string File { get; }

    /// <summary>Writes one line.</summary>
    internal void Write(IBufferWriter<byte> output, Utf8JsonWriter json, object row)
    {
        json.Reset(output);
        json.WriteStartObject();
        foreach (var column in columns)
            column.Write(json, row);
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    /// <summary>Fills a new row from a line, or refuses the line by number and field.</summary>
    internal void Read(ReadOnlySpan<byte> text, int line, object row)
    {
        var field = (string?)null;
        try
        {
            var json = new Utf8JsonReader(text);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                throw Refuse(line, null, "this is no JSON object.");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                field = json.GetString()!;
                if (!byName.TryGetValue(field, out var column))
                    throw Refuse(line, field, "this program knows no such field; a newer Kith may have written it. Update this program first.");
                if (!seen.Add(field))
                    throw Refuse(line, field, "the field is there twice.");
                column.Read(ref json, row);
                field = null;
            }
            if (json.Read())
                throw Refuse(line, null, "something follows the object.");
            if (columns.FirstOrDefault(c => c.IsDemanded && !seen.Contains(c.Name)) is { } missing)
                throw Refuse(line, missing.Name, "the field is missing.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Refuse(line, field, field is null ? "this is no JSON object." : $"{Sample(text)} is no value for it.");
        }
    }

    /// <summary>The refusal of a line, by file, number and field.</summary>
    internal RefusedException Refuse(int line, string? field, string why) =>
        new("archive.line", FormattableString.Invariant($"{File}, line {line}{(field is null ? "" : $", {field}")}: {why} Nothing of the archive was taken."));

    private static string Sample(ReadOnlySpan<byte> text)
    {
        var whole = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 400)]);
        return whole.Length > 100 ? $"what stands in {whole[..100]}..." : $"what stands in {whole}";
    }
}
