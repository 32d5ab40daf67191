using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class InvitationsTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void An_invitation_of_today_names_both_sides()
    {
        var invitations = Read("invitations-current.csv");

        var sent = invitations[0];
        sent.Direction.ShouldBe(Direction.Outgoing);
        sent.From.Slug.ShouldBe("sam-owner");
        sent.To.Slug.ShouldBe("mara-ellingsen");
        sent.SentAtUtc.ShouldBe(new DateTime(2026, 8, 1, 2, 0, 0, DateTimeKind.Utc));
        sent.Message.ShouldBe("Hello Mara, we met at the harbour");
        invitations[1].Direction.ShouldBe(Direction.Incoming);
        invitations[1].Message.ShouldBeNull();
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Five_columns_give_names_only()
    {
        var invitation = Read("invitations-five-columns.csv").ShouldHaveSingleItem();

        invitation.To.Name.ShouldBe("Mara Ellingsen");
        invitation.To.Slug.ShouldBeNull();
    }

    [Fact]
    public void Internal_keys_stand_in_for_addresses() =>
        Read("invitations-urn.csv").ShouldHaveSingleItem().To.Urn.ShouldBe("urn:li:fsd_profile:AAA2");

    [Fact]
    public void A_single_address_is_the_other_sides()
    {
        var invitations = Read("invitations-profile-url.csv");

        (invitations[0].From.Slug, invitations[0].To.Slug).ShouldBe((null, "mara-ellingsen"));
        (invitations[1].From.Slug, invitations[1].To.Slug).ShouldBe(("bo-lind", null));
    }

    private List<Invitation> Read(string sample) =>
        [.. LinkedInFiles.Invitations.Read(new MemoryStream(Samples.LinkedIn(sample)), issues)];
}
