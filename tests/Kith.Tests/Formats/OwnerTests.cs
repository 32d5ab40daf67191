using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class OwnerTests
{
    private static readonly Profile Sam =
        LinkedInFiles.Profile.Read(Text.Utf8("First Name,Last Name,Headline\nSam,Owner,Designer\n"), new()).Single();

    [Fact]
    public void The_owner_takes_part_in_nearly_every_message()
    {
        var owner = Owner.Infer(Messages("sam>mara", "bo>sam", "sam>ida", "sam>bo", "mara>sam", "x>y"), null, []);

        owner!.Slug.ShouldBe("sam");
        owner.Name.ShouldBe("Name of sam");
    }

    [Fact]
    public void With_one_partner_only_the_invitations_decide()
    {
        var invitations = Invitations("sam>mara OUTGOING", "ida>sam INCOMING");

        Owner.Infer(Messages("sam>mara", "mara>sam"), null, invitations)!.Slug.ShouldBe("sam");
    }

    [Fact]
    public void With_one_partner_only_the_profile_decides()
    {
        var messages = Messages("sam>mara", "mara>sam").Select(message => message with
        {
            From = message.From.Slug == "sam" ? Party.Of("Sam Owner", message.From.ProfileUrl) : message.From,
            To = [.. message.To.Select(party => party.Slug == "sam" ? Party.Of("Sam Owner", party.ProfileUrl) : party)]
        });

        Owner.Infer(messages, Sam, []).ShouldBe(new("sam", "https://x/in/sam", "Sam Owner"));
    }

    [Fact]
    public void The_partner_of_most_messages_is_not_the_owner()
    {
        Owner.Infer(Messages("sam>mara", "mara>sam", "sam>mara", "mara>sam", "sam>bo"), null, [])!.Slug.ShouldBe("sam");
        Owner.Infer(Messages("sam>mara", "mara>sam", "ACoAA1>mara"), Sam with { Name = PersonName.Of("Name of", "sam") }, [])!
            .Slug.ShouldBe("sam");
    }

    [Fact]
    public void Without_evidence_nobody_is_the_owner()
    {
        Owner.Infer([], null, []).ShouldBeNull();
        Owner.Infer(Messages("sam>mara", "mara>sam"), null, []).ShouldBeNull();
        Owner.Infer(Messages("a>b", "c>d", "e>f"), Sam, []).ShouldBeNull();
    }

    [Fact]
    public void Invitations_alone_are_enough() =>
        Owner.Infer([], Sam, Invitations("sam>mara OUTGOING", "ida>sam INCOMING"))!.Slug.ShouldBe("sam");

    [Fact]
    public void Without_addresses_the_name_of_the_profile_is_the_key()
    {
        var messages = LinkedInFiles.Messages.Read(new MemoryStream(Samples.LinkedIn("messages-2018.csv")), new()).ToList();

        var owner = Owner.Infer(messages, Sam, []);

        owner.ShouldBe(new(null, null, "Sam Owner"));
        owner!.Is(messages[0].From).ShouldBeFalse();
        owner.Is(messages[1].From).ShouldBeTrue();
    }

    [Fact]
    public void A_namesake_with_another_address_is_not_the_owner()
    {
        var owner = new Owner("sam", "https://x/in/sam", "Sam Owner");

        owner.Is(Party.Of("Sam Owner", "https://x/in/sam-2")).ShouldBeFalse();
        owner.Is(Party.Of("Samuel", "https://x/in/SAM/")).ShouldBeTrue();
        owner.Is(Party.Of("Sam Owner")).ShouldBeTrue();
    }

    private static List<Message> Messages(params string[] pairs) => [.. LinkedInFiles.Messages.Read(Text.Utf8(
        "From,Sender Profile URL,To,Recipient Profile URLs,Date,Content\n" + string.Concat(pairs.Select(pair => pair.Split('>'))
            .Select(pair => $"Name of {pair[0]},https://x/in/{pair[0]},Name of {pair[1]},https://x/in/{pair[1]},2024-01-01 00:00:00 UTC,Hi\n"))),
        new())];

    private static List<Invitation> Invitations(params string[] rows) => [.. LinkedInFiles.Invitations.Read(Text.Utf8(
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" + string.Concat(rows.Select(row => row.Split('>', ' '))
            .Select(row => $"Name of {row[0]},Name of {row[1]},\"8/1/26, 2:00 AM\",,{row[2]},https://x/in/{row[0]},https://x/in/{row[1]}\n"))),
        new())];
}
