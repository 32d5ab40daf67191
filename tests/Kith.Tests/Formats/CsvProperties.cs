using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class CsvProperties
{
    private static readonly Gen<string> Fragment = Gen.OneOf<string>(
        Gen.OneOf(",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "é", "😀", "李", "=1+1", "\uFEFF"),
        Gen.Char.AlphaNumeric.Select(c => c.ToString()));

    private static readonly Gen<string> Field = Fragment.Array[0, 6].Select(string.Concat);

    private static readonly Gen<string[][]> Matrix = Gen.Int[1, 5].SelectMany(width => Field.Array[width].Array[0, 20]);

    [Fact]
    public void Any_table_written_is_read_back_with_its_lines() =>
        Gen.Select(Matrix, Gen.OneOf(',', ';', '\t'), Gen.OneOf("\n", "\r\n", "\r"), Gen.Int[0, 2])
            .Sample((matrix, delimiter, lineEnd, encoding) =>
            {
                var width = matrix.Length > 0 ? matrix[0].Length : 1;
                string[][] rows = [[.. Enumerable.Range(0, width).Select(i => $"Column {i}")], .. matrix];
                var (text, lines) = Write(rows, delimiter, lineEnd);
                var unicode = (Encoding)(encoding switch { 0 => new UTF8Encoding(), 1 => new UTF8Encoding(true), _ => new UnicodeEncoding() });
                using var stream = new MemoryStream([.. unicode.GetPreamble(), .. unicode.GetBytes(text)]);
                var issues = new IssueLog();

                var read = CsvTable.Find(stream, "t", header => header.Has("Column 0") && header.Names.Count == width, issues)!
                    .Rows().ToList();

                var whole = matrix.Zip(lines.Skip(1)).Where(row => !row.First.All(string.IsNullOrWhiteSpace)).ToList();
                read.Select(row => string.Join('\u0001', row.Fields)).ShouldBe(whole.Select(row => string.Join('\u0001', row.First)));
                read.Select(row => row.Line).ShouldBe(whole.Select(row => row.Second));
                issues.Total.ShouldBe(0);
            });

    [Fact]
    public void No_bytes_make_any_reader_throw()
    {
        var files = LinkedInFiles.All.Select(kind => (dynamic)kind).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Byte.Array[0, 400], Gen.Bool, Gen.Int[0, 2]).Sample((kind, noise, hasHeader, encoding) =>
        {
            var head = hasHeader ? string.Join(',', LinkedInFiles.All[kind].Columns) + "\n" : "";
            var text = (Encoding)(encoding switch { 0 => Encoding.UTF8, 1 => Encoding.Unicode, _ => Encoding.Latin1 });
            using var stream = new MemoryStream([.. text.GetBytes(head), .. noise]);
            foreach (var record in files[kind].Read(stream, new IssueLog())) ((object)record).ShouldNotBeNull();
        }, iter: 5_000);
    }

    [Fact]
    public void No_fields_make_any_reader_throw()
    {
        var files = LinkedInFiles.All.Select(kind => (dynamic)kind).ToArray();
        var value = Gen.OneOf<string>(Field, Gen.String, Gen.OneOf("13/13/2024, 99:99 PM", "9999-99-99", "/in/%", "<b", "&#xD800;", "::"));
        Gen.Select(Gen.Int[0, files.Length - 1], value.Array[20].Array[0, 5]).Sample((kind, matrix) =>
        {
            string[] header = [.. LinkedInFiles.All[kind].Columns];
            var text = Write([header, .. matrix.Select(row => row[..header.Length])], ',', "\n").Text;
            foreach (var record in files[kind].Read(Text.Utf8(text), new IssueLog())) ((object)record).ShouldNotBeNull();
        });
    }

    private static (string Text, List<int> Lines) Write(IReadOnlyList<string[]> rows, char delimiter, string lineEnd)
    {
        var text = new StringBuilder();
        List<int> lines = [];
        foreach (var row in rows)
        {
            lines.Add(1 + Breaks(text.ToString()));
            text.AppendJoin(delimiter, row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append(lineEnd);
        }
        return (text.ToString(), lines);
    }

    private static int Breaks(string text) => text.ReplaceLineEndings("\n").Count(c => c == '\n');
}
