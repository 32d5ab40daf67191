using CsCheck;
using Kith.Formats;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class NameListTests
{
    [Theory]
    [InlineData("Ana Kovač", "Ana Kovač", null)]
    [InlineData("Ana Kovač, Head of data, Harbor & Finch", "Ana Kovač", "Head of data, Harbor & Finch")]
    [InlineData("Kovač, Ana", "Ana Kovač", null)]
    [InlineData("Kovač, Ana Maria, Harbor & Finch", "Ana Maria Kovač", "Harbor & Finch")]
    [InlineData("- Ben Okafor – Zagora", "Ben Okafor", "Zagora")]
    [InlineData("12. Jean-Luc Petit\tPlanner", "Jean-Luc Petit", "Planner")]
    [InlineData("  •  Li   Wei | Northwind  Mills ", "Li Wei", "Northwind Mills")]
    [InlineData("Prince", "Prince", null)]
    public void A_line_is_a_name_and_what_they_do(string line, string name, string? headline)
    {
        var issues = new IssueLog();

        var one = NameList.Read(line, "list", issues, 10).ShouldHaveSingleItem();

        (one.Name, one.Headline).ShouldBe((name, headline));
        issues.Total.ShouldBe(0);
    }

    [Fact]
    public void A_line_that_names_nobody_is_told_with_its_number_and_the_others_are_kept()
    {
        var issues = new IssueLog();

        var read = NameList.Read("Ana Kovač\n\n+44 20 7946 0123\r\nBen Okafor\n" + new string('x', 201), "guests.txt", issues, 10);

        read.Select(r => (r.Line, r.Name)).ShouldBe([(1, "Ana Kovač"), (4, "Ben Okafor")]);
        issues.Items.Select(i => (i.Line, i.Code)).ShouldBe([(3, "list.name"), (5, "list.name-long")]);
    }

    [Fact]
    public void Beyond_the_most_the_rest_is_left_out_and_told_once()
    {
        var issues = new IssueLog();

        NameList.Read("Ana\nBen\nCem\nDag", "list", issues, 2).Count.ShouldBe(2);

        issues.Items.ShouldHaveSingleItem().ToString().ShouldStartWith("list, line 3: A list has at most 2 people");
    }

    [Fact]
    public void Every_line_with_a_word_becomes_a_name_or_an_issue() => Gen.String[Gen.Char["aÄ,–-|;\t\n\r. 1•("], 0, 60].Sample(text =>
    {
        var issues = new IssueLog();
        var read = NameList.Read(text, "list", issues, 1_000);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        read.Select(r => r.Line).Concat(issues.Items.Select(i => i.Line)).ShouldBeUnique();
        foreach (var (line, number) in lines.Select((l, i) => (l, i + 1)))
            if (line.Any(char.IsLetter))
                (read.Any(r => r.Line == number) || issues.Items.Any(i => i.Line == number)).ShouldBeTrue(line);
        read.ShouldAllBe(r => r.Name.Any(char.IsLetter) && r.Name == r.Name.Trim());
    });
}
