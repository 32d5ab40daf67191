using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.Csv;

namespace Kith.Tests.Formats;

public sealed class CsvWriterTests
{
    private static readonly Gen<string> Field = Gen.OneOf<string>(
        Gen.OneOf(",", ";", "\t", "\"", "\n", "\r\n", " ", "é", "😀", "=", "+", "-", "@", "'"), Gen.Char.AlphaNumeric.Select(c => c.ToString())).Array[0, 6].Select(string.Concat);

    [Fact]
    public void Any_row_written_is_read_back_as_a_spreadsheet_shows_it() => Field.Array[1, 5].Array[1, 10].Sample(matrix =>
    {
        var width = matrix.Max(row => row.Length);
        string[] header = [.. Enumerable.Range(0, width).Select(i => $"Column {i}")];
        string[][] rows = [.. matrix.Select(row => row.Concat(Enumerable.Repeat("x", width - row.Length)).ToArray())];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(header).Select(CsvWriter.Row))));
        var issues = new IssueLog();

        var read = CsvTable.Find(stream, "t", h => h.Has("Column 0"), issues)!.Rows().Select(row => string.Join('\u0001', row.Fields));

        string[][] shown = [.. rows.Select(row => row.Select(CsvWriter.Neutral).ToArray())];
        read.ShouldBe(shown.Where(row => !row.All(string.IsNullOrWhiteSpace)).Select(row => string.Join('\u0001', row)));
        issues.Total.ShouldBe(0);
    }, iter: 1_000);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+A1", "'-2+A1")]
    [InlineData("-", "'-")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("+385 (1) 234-567", "+385 (1) 234-567")]
    [InlineData("-5.5", "-5.5")]
    [InlineData("a=b", "a=b")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("'+5", "'+5")]
    [InlineData("", "")]
    public void A_formula_becomes_text_and_a_number_stays(string written, string shown)
    {
        CsvWriter.Neutral(written).ShouldBe(shown);
        CsvWriter.Plain(shown).ShouldBe(written);
    }

    [Fact]
    public void Reading_takes_away_exactly_what_writing_put_there() =>
        Gen.OneOf("'", "=", "+", "-", "@", "\t", "1", "a", " ").Array[0, 5].Select(string.Concat).Sample(text => CsvWriter.Plain(CsvWriter.Neutral(text)).ShouldBe(text));

    [Fact]
    public void A_row_ends_as_RFC_4180_says_and_quotes_what_would_be_cut() =>
        CsvWriter.Row(["a", null, "b;c", "d\"e", " f"]).ShouldBe("a,,\"b;c\",\"d\"\"e\",\" f\"\r\n");
}
