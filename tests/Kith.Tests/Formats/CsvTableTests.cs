using System.Text;
using Kith.Formats;
using Kith.Formats.Csv;

namespace Kith.Tests.Formats;

public sealed class CsvTableTests
{
    private readonly IssueLog issues = new();

    [Theory]
    [InlineData("A,B\n1,2\n")]
    [InlineData("A;B\r\n1;2\r\n")]
    [InlineData("A\tB\r1\t2\r")]
    [InlineData("\uFEFFA,B\n1,2")]
    [InlineData("Notes:\n\"a, \"\"b\"\" and\nc\"\n\nA,B\n1,2\n")]
    [InlineData("sep=;\nA;B\n1;2\n")]
    [InlineData("An \"unbalanced preamble\nA,B\n1,2\n")]
    [InlineData("\"A\",\"B\"\n\"1\",\"2\"\n")]
    [InlineData("A,B,\n1,2,\n")]
    [InlineData("A,B,\n1,2\n")]
    [InlineData("A,B\n1,2,,\n")]
    [InlineData("A,B\n\n,\n1,2\n  ,\n")]
    [InlineData("A,B\n1\0,2\n")]
    public void A_table_is_found_however_it_is_written(string text)
    {
        Fields(Utf8(text)).ShouldBe(["1|2"]);
        issues.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    public void Unicode_is_recognised_with_and_without_its_mark(string encoding, bool hasMark)
    {
        var unicode = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? unicode.GetPreamble() : [], .. unicode.GetBytes("A\tB\r\nTomás\t😀\r\n")];

        Fields(bytes).ShouldBe(["Tomás|😀"]);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_of_the_old_code_page_are_read_and_reported_once()
    {
        var bytes = Encoding.Latin1.GetBytes("A,B\nplain,row\ncaf\u00E9,\u0080\nna\u00EFve,\u00C3\u00A9\n");

        Fields(bytes).ShouldBe(["plain|row", "café|€", "naïve|Ã©"]);
        issues.Items.ShouldHaveSingleItem().ShouldBe(new("t.csv", 3, "text.encoding",
            "The bytes on this line are not UTF-8; the text was read as windows-1252"));
    }

    [Fact]
    public void One_damaged_byte_does_not_spoil_the_rest_of_a_UTF8_file()
    {
        byte[] bytes = [.. Utf8("A,B\nTomás,1\nx"), 0xE9, .. Utf8(",2\nInés,3\n")];

        Fields(bytes).ShouldBe(["Tomás|1", "xé|2", "Inés|3"]);
        issues.Items.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_row_has_the_line_it_starts_on(string lineEnd)
    {
        var text = "A,B\n\"one\ntwo\n\",1\n\nlast,\"\n\"\nend,2\n".Replace("\n", lineEnd, StringComparison.Ordinal);

        Rows(Utf8(text)).Select(row => row.Line).ShouldBe([2, 6, 8]);
    }

    [Theory]
    [InlineData("x\"y,1", "x\"y|1")]
    [InlineData("\"x\" y,1", "x y|1")]
    [InlineData("\"x\"\"y\",1", "x\"y|1")]
    [InlineData("\"\",\"\"\"\"", "|\"")]
    [InlineData(" \"x\",1", " \"x\"|1")]
    public void Stray_quotes_are_kept_as_text(string line, string fields) =>
        Fields(Utf8($"A,B\n{line}\n")).ShouldBe([fields]);

    [Fact]
    public void What_cannot_be_read_is_reported_and_the_next_line_is_tried()
    {
        var limits = new CsvLimits { MaxFieldChars = 10, MaxColumns = 4 };
        var text = $"A,B\n1\n1,2,3\n{new string('x', 11)},2\n\"{new string('y', 11)}\",2\n1,2,3,4,5\n1,\"open\n3,4\n";

        Fields(Utf8(text), limits).ShouldBe(["3|4"]);

        issues.Items.Select(issue => (issue.Line, issue.Code)).ShouldBe(
        [
            (2, "row.fields"), (3, "row.fields"), (4, "row.size"), (5, "row.size"), (6, "row.columns"), (7, "row.quote")
        ]);
        issues.Items[0].Message.ShouldBe("1 field, expected 2");
        issues.SkippedRows.ShouldBe(6);
    }

    [Fact]
    public void Rows_above_the_limit_are_not_read()
    {
        Fields(Utf8("A,B\n1,2\n3,4\n5,6\n"), new() { MaxRows = 2 }).Count.ShouldBe(2);

        issues.Items.ShouldHaveSingleItem().Code.ShouldBe("rows.limit");
    }

    [Fact]
    public void Blank_rows_are_counted_and_no_issue()
    {
        Fields(Utf8("A,B\n,\n\n1,2\n , \n")).Count.ShouldBe(1);

        issues.BlankRows.ShouldBe(3);
        issues.Total.ShouldBe(0);
    }

    [Fact]
    public void Columns_are_found_by_name_whatever_their_spelling()
    {
        var header = new CsvHeader(["E-mail Address", "COMPANY  NAMES", "Company Names", "", ""]);

        header.IndexOf("Email address").ShouldBe(0);
        header.IndexOf("company names").ShouldBe(1);
        header.IndexesOf("companyNames").ShouldBe([1, 2]);
        header.Has("Phone").ShouldBeFalse();
        header.Width.ShouldBe(3);
    }

    [Fact]
    public void Without_a_header_near_the_top_there_is_no_table() =>
        Find(Utf8(string.Concat(Enumerable.Repeat("no\n", 60)) + "A,B\n1,2\n"), null).ShouldBeNull();

    [Fact]
    public void Issues_are_counted_beyond_those_kept()
    {
        var few = new IssueLog(keep: 2);

        for (var line = 1; line <= 5; line++) few.Report("f", line, "c", "m");

        (few.Items.Count, few.Total).ShouldBe((2, 5));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private CsvTable? Find(byte[] bytes, CsvLimits? limits) =>
        CsvTable.Find(new MemoryStream(bytes), "t.csv", header => header.Has("A") && header.Has("B"), issues, limits);

    private List<CsvRow> Rows(byte[] bytes) => [.. Find(bytes, null)!.Rows()];

    private List<string> Fields(byte[] bytes, CsvLimits? limits = null) =>
        [.. Find(bytes, limits)!.Rows().Select(row => $"{row[0]}|{row[1]}")];
}
