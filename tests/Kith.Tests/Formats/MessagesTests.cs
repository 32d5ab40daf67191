using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class MessagesTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void A_message_of_today_is_read_as_the_text_a_person_saw()
    {
        var message = Read("messages-current.csv")[0];

        message.ConversationId.ShouldBe("2-A==");
        message.From.Slug.ShouldBe("mara-ellingsen");
        message.To.ShouldHaveSingleItem().Slug.ShouldBe("sam-owner");
        message.AtUtc.ShouldBe(new DateTime(2026, 8, 1, 2, 0, 0, DateTimeKind.Utc));
        message.AtUtc!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        message.Text.ShouldBe("Hello Sam,\ncoffee & cake at 5 < 6?\nMara");
        message.Folder.ShouldBe("INBOX");
        message.IsDraft.ShouldBeFalse();
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_group_conversation_names_every_recipient()
    {
        var message = Read("messages-current.csv")[2];

        message.ConversationTitle.ShouldBe("Reunion");
        message.To.Select(party => (party.Name, party.Slug))
            .ShouldBe([("Mara Ellingsen", "mara-ellingsen"), ("Tomás Okafor", "tomás-okafor")]);
    }

    [Fact]
    public void A_draft_is_marked() =>
        Read("messages-current.csv").Select(message => message.IsDraft).ShouldBe([false, false, false, true, false]);

    [Fact]
    public void A_deleted_account_is_nobody()
    {
        var message = Read("messages-current.csv")[4];

        message.From.IsAnonymous.ShouldBeTrue();
        message.To[0].IsAnonymous.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Bo Lind,LinkedIn Member,Ida Vik", "https://x/in/bo,https://x/in/ida", "Bo Lind=bo;Ida Vik=ida")]
    [InlineData("Martin, CFA", "https://x/in/martin", "Martin=martin")]
    [InlineData("Martin, CFA,Bo Lind", "https://x/in/martin,https://x/in/bo", "=martin;=bo")]
    [InlineData("Bo Lind,Ida Vik", "", "Bo Lind=;Ida Vik=")]
    public void Names_and_addresses_are_paired_only_where_they_fit(string names, string urls, string parties)
    {
        var csv = $"From,To,Recipient Profile URLs,Date,Content\nSam,\"{names}\",\"{urls}\",2026-08-01 02:00:00 UTC,Hi\n";

        var to = LinkedInFiles.Messages.Read(Text.Utf8(csv), issues).Single().To;

        string.Join(";", to.Select(party => $"{party.Name}={party.Slug}")).ShouldBe(parties);
    }

    [Fact]
    public void Nine_columns_without_the_recipients_addresses_are_read()
    {
        var message = Read("messages-nine-columns.csv").ShouldHaveSingleItem();

        message.From.Slug.ShouldBe("mara-ellingsen");
        message.To.ShouldHaveSingleItem().Name.ShouldBe("Sam Owner");
        message.Subject.ShouldBe("Re: Tea");
    }

    [Fact]
    public void The_messages_of_2018_say_their_direction()
    {
        var messages = Read("messages-2018.csv");

        messages.Select(message => message.Direction).ShouldBe([Direction.Incoming, Direction.Outgoing]);
        messages[0].AtUtc.ShouldBe(new DateTime(2018, 4, 11, 17, 23, 0, DateTimeKind.Utc));
    }

    private List<Message> Read(string sample) =>
        [.. LinkedInFiles.Messages.Read(new MemoryStream(Samples.LinkedIn(sample)), issues)];
}
