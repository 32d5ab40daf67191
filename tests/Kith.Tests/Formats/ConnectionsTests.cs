using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class ConnectionsTests
{
    private readonly IssueLog issues = new();

    [Theory]
    [InlineData("connections-current.csv")]
    [InlineData("connections-bom-crlf.csv")]
    [InlineData("connections-quoted-notes.csv")]
    [InlineData("connections-no-preamble.csv")]
    public void The_present_layout_is_read_with_any_preamble(string sample)
    {
        var connections = Read(sample);

        connections.Count.ShouldBe(6);
        issues.Items.ShouldBeEmpty();
        issues.BlankRows.ShouldBe(1);
        var mara = connections[0];
        mara.Name.Full.ShouldBe("Mara Ellingsen");
        mara.Slug.ShouldBe("mara-ellingsen");
        mara.Email.ShouldBe("mara@example.com");
        mara.Company.ShouldBe("Harbor & Finch");
        mara.Title.ShouldBe("Head of Design");
        mara.ConnectedOn.ShouldBe(new DateOnly(2024, 3, 12));
        var tomas = connections[1];
        tomas.Name.ShouldBe(new("Tomás", "Okafor", "CFA", "Tomás Okafor, CFA"));
        tomas.Slug.ShouldBe("tomás-okafor");
        tomas.Email.ShouldBeNull();
        tomas.Company.ShouldBe("Bank \"Nord\", Ltd");
        var ines = connections[2];
        ines.Name.Full.ShouldBe("Ines de la Cruz");
        ines.Name.AsWritten.ShouldBe("🌟 Ines de la Cruz ✔️");
        ines.Slug.ShouldBe("ines-dlc");
        ines.Title!.ReplaceLineEndings("\n").ShouldBe("Producer,\nSeries");
        connections[3].Line.ShouldBe(ines.Line + 2);
        connections[3].Name.ShouldBe(new("Bo", "", null, "Bo"));
        connections.Where(connection => connection.IsAnonymous).Select(connection => connection.ConnectedOn)
            .ShouldBe([new DateOnly(2023, 5, 2), new DateOnly(2018, 5, 5)]);
    }

    [Fact]
    public void The_layout_of_2018_has_no_addresses_and_american_times()
    {
        var connections = Read("connections-2018-no-url.csv");

        connections.Select(connection => connection.ConnectedOn).ShouldBe([new DateOnly(2018, 4, 11), new DateOnly(2017, 12, 3)]);
        connections.ShouldAllBe(connection => connection.Slug == null);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void The_nine_columns_of_2017_are_read()
    {
        var mara = Read("connections-2017-nine-columns.csv")[0];

        mara.ConnectedOn.ShouldBe(new DateOnly(2016, 11, 30));
        mara.Address.ShouldBe("1 Quay Street");
        mara.Websites.ShouldBe(["https://mara.example.com"]);
        mara.InstantMessengers.ShouldBe("mara-chat");
    }

    [Fact]
    public void The_Outlook_layout_of_2014_is_read()
    {
        var connections = Read("connections-2014-outlook.csv");

        var mara = connections[0];
        mara.Name.Given.ShouldBe("Mara Sol");
        mara.Title.ShouldBe("Head of Design");
        mara.Emails.ShouldBe(["mara@example.com", "m.ellingsen@example.org"]);
        mara.Phones.ShouldBe(["+1 555 0100"]);
        mara.ConnectedOn.ShouldBeNull();
        connections[1].Name.ShouldBe(new("Tomás", "Okafor", "CFA", "Tomás Okafor, CFA"));
        issues.Items.Select(issue => (issue.Code, issue.Line)).ShouldBe([("text.encoding", 3)]);
    }

    [Fact]
    public void A_file_saved_again_by_a_spreadsheet_is_read()
    {
        var connections = Read("connections-excel.csv");

        connections[0].ConnectedOn.ShouldBe(new DateOnly(2024, 3, 12));
        connections[1].Name.Full.ShouldBe("Tomás Müller");
        connections[1].Company.ShouldBe("Café Nord");
        connections[1].Title.ShouldBe("Geschäftsführer");
        issues.Items.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void Months_shortened_by_a_spreadsheet_are_read() =>
        Read("connections-excel-short-months.csv").Select(connection => connection.ConnectedOn)
            .ShouldBe([new DateOnly(2022, 10, 5), new DateOnly(2022, 2, 7)]);

    [Fact]
    public void One_day_above_twelve_turns_the_whole_column_around()
    {
        Read("connections-excel-day-first.csv").Select(connection => connection.ConnectedOn)
            .ShouldBe([new DateOnly(2022, 4, 3), new DateOnly(2021, 12, 25)]);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void An_order_that_nothing_proves_is_reported_once()
    {
        var connections = Read("First Name,Last Name,Connected On\nBo,Lind,1/1/2024\nMara,Berg,3/4/2024\nIda,Vik,5/6/2024\n"u8);

        connections[1].ConnectedOn.ShouldBe(new DateOnly(2024, 3, 4));
        issues.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            issue => issue.Code.ShouldBe("date.order"), issue => issue.Line.ShouldBe(3));
    }

    [Fact]
    public void A_broken_row_is_reported_with_its_line_and_the_others_come_in()
    {
        var connections = Read("connections-broken.csv");

        connections.Select(connection => connection.Name.Full).ShouldBe(["Mara Ellingsen", "Bo Lind", "Ines Cruz", "Sol Berg"]);
        connections.Select(connection => connection.Line).ShouldBe([5, 6, 9, 11]);
        connections[2].ConnectedOn.ShouldBeNull();
        issues.Items.Select(issue => issue.ToString()).ShouldBe(
        [
            "Connections.csv, line 8: 3 fields, expected 7",
            "Connections.csv, line 9: Connected On: '32 Foo 2024' is not a date (expected e.g. 12 Mar 2024)",
            "Connections.csv, line 10: A quote is opened and never closed"
        ]);
        issues.SkippedRows.ShouldBe(2);
    }

    [Fact]
    public void Without_a_needed_column_no_row_is_read()
    {
        Read("connections-missing-column.csv").ShouldBeEmpty();

        var issue = issues.Items.ShouldHaveSingleItem();
        issue.Code.ShouldBe("csv.column");
        issue.Message.ShouldBe(
            "No column 'Connected On' (found: First Name, Last Name, URL, Email Address, Company, Position)");
    }

    [Fact]
    public void A_file_without_any_header_is_reported()
    {
        Read("what is this\nno idea\n"u8).ShouldBeEmpty();

        issues.Items.ShouldHaveSingleItem().Code.ShouldBe("csv.header");
    }

    private List<Connection> Read(string sample) => Read(Samples.LinkedIn(sample));

    private List<Connection> Read(ReadOnlySpan<byte> csv) =>
        [.. LinkedInFiles.Connections.Read(new MemoryStream(csv.ToArray()), issues)];
}
