using CsCheck;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class PastedCardTests
{
    [Fact]
    public void A_signature_tells_name_title_organisation_and_ways_to_reach_them() =>
        PastedCard.Read("Ana Kovač\nHead of Data\nHarbor & Finch Ltd\n+44 20 7946 0123\nana.kovac@harbor.example\nwww.harbor.example").ShouldBe(
            new("Ana Kovač", "Head of Data", "Harbor & Finch Ltd", "ana.kovac@harbor.example", "+44 20 7946 0123", "www.harbor.example"));

    [Fact]
    public void A_German_signature_is_read_too()
    {
        var read = PastedCard.Read("Mit freundlichen Grüßen\n\nDr. Jörg von der Heide\nGeschäftsführer\nHeide Logistik GmbH\nTel.: +49 40 5550 1234\njoerg@heide.example")!;

        (read.Name, read.Organisation, read.Email).ShouldBe(("Dr. Jörg von der Heide", "Heide Logistik GmbH", "joerg@heide.example"));
        read.Phone.ShouldNotBeNull().ShouldContain("5550 1234");
    }

    [Fact]
    public void A_vCard_is_read_whole() =>
        PastedCard.Read("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Okafor\r\nN:Okafor;Ben\r\nTITLE:Planner\r\nORG:Zagora\r\nEMAIL:ben@zagora.example\r\nTEL:+44 20 7946 0456\r\nEND:VCARD\r\n").ShouldBe(
            new("Ben Okafor", "Planner", "Zagora", "ben@zagora.example", "+44 20 7946 0456", null));

    [Fact]
    public void A_MECARD_of_a_QR_code_is_read_with_its_escapes() =>
        PastedCard.Read(@"MECARD:N:Okafor,Ben;TEL:+442079460456;EMAIL:ben@zagora.example;ORG:Zagora\; Sons;URL:https://zagora.example;;").ShouldBe(
            new("Ben Okafor", null, "Zagora; Sons", "ben@zagora.example", "+442079460456", "https://zagora.example"));

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("12 apples for the whole of the long winter, and no letter from anybody")]
    public void What_is_no_card_says_nothing(string text) => PastedCard.Read(text).ShouldBeNull();

    [Fact]
    public void No_paste_breaks_it() => Gen.String[0, 400].Sample(text => PastedCard.Read(text)?.Name.ShouldNotBe(""));
}
