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

    private List<Connection> Read(string sample) =>
        [.. LinkedInFiles.Connections.Read(new MemoryStream(Samples.LinkedIn(sample)), issues)];
}
