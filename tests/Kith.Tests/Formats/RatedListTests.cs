using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.Csv;

namespace Kith.Tests.Formats;

public sealed class RatedListTests
{
    private static readonly RatedColumn[] columns = [new("motivation", 0, 3), new("posting", 1, 3)];

    [Theory]
    [InlineData("Lumen, 3, 2\r\nTidewater", "1 Lumen 3 2|2 Tidewater  ")]
    [InlineData("Lumen;3\n\nTidewater;;1", "1 Lumen 3 |3 Tidewater  1")]
    [InlineData("Company\tMotivation\nSmith, Jones\t0", "2 Smith, Jones 0 ")]
    [InlineData("\"Smith, Jones & Co\",3\nLumen", "1 Smith, Jones & Co 3 |2 Lumen  ")]
    [InlineData("Name\nName", "2 Name  ")]
    [InlineData("", "")]
    public void Names_come_with_the_numbers_behind_them(string text, string read) => string.Join('|', Read(text, out _)).ShouldBe(read);

    [Theory]
    [InlineData("Lumen,4", "\"4\" is no motivation, which is 0 to 3; a name with a comma stands in quotes")]
    [InlineData("Lumen,1,0", "\"0\" is no posting, which is 1 to 3; a name with a comma stands in quotes")]
    [InlineData("Smith, Jones & Co", "\"Jones & Co\" is no motivation, which is 0 to 3; a name with a comma stands in quotes")]
    [InlineData(",2", "There is no name on this line")]
    [InlineData("!?,2", "The name has neither a letter nor a digit")]
    [InlineData("Lu\u0007men", "The name has characters that cannot be shown")]
    public void What_cannot_be_read_is_told_with_its_line_and_the_rest_comes_in(string line, string message)
    {
        Read($"Tidewater\n{line}\nQuay", out var issues).ShouldBe(["1 Tidewater  ", "3 Quay  "]);

        issues.Items.ShouldHaveSingleItem().ShouldBe(new Issue("list", 2, "row.value", message));
    }

    [Fact]
    public void A_name_that_is_too_long_and_bytes_that_are_no_text_are_told()
    {
        Read(new string('x', 201), out var issues).ShouldBeEmpty();
        issues.Items.ShouldHaveSingleItem().Message.ShouldBe("The name is longer than 200 characters");
        var log = new IssueLog();
        using var broken = new MemoryStream([(byte)'L', 0xFF, 0xC3, (byte)'\n', 0, 0, 0]);
        RatedList.Read(broken, "list", columns, log).ShouldAllBe(row => row.Line == 1);
        log.Items.ShouldContain(i => i.Code == "text.encoding" && i.Line == 1);
    }

    [Fact]
    public void Whatever_the_bytes_are_every_line_is_read_or_told() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            using var source = new MemoryStream(bytes);
            var log = new IssueLog();
            foreach (var row in RatedList.Read(source, "list", columns, log))
            {
                row.Name.ShouldNotBeNullOrWhiteSpace();
                row.Values[0].ShouldBeOneOf(null, 0, 1, 2, 3);
                row.Values[1].ShouldBeOneOf(null, 1, 2, 3);
            }
        });

    private static List<string> Read(string text, out IssueLog issues)
    {
        issues = new IssueLog();
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. RatedList.Read(source, "list", columns, issues).Select(r => $"{r.Line} {r.Name} {r.Values[0]} {r.Values[1]}")];
    }
}
