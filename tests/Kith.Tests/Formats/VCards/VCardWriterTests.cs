using System.Text;
using Kith.Formats.Contacts;
using Kith.Formats.VCards;

namespace Kith.Tests.Formats.VCards;

public sealed class VCardWriterTests
{
    private static readonly ContactRecord Ada = new()
    {
        Name = new() { Full = "Ada Okafor", Given = "Ada", Family = "Okafor" },
        Emails = [new("ada@example.com", "work"), new("ada@example.org", "Boat, summer")],
        Phones = [new("+1 555 010 0001", "work fax")],
        Positions = [new("Bank; Nord", "Head, Loans")],
        Birthday = "--04-12",
        Anniversary = "2011-06-18",
        Relations = [new("Ben Okafor", "spouse")],
        LinkedIn = "ada-okafor",
        Uid = "urn:uuid:1",
        Photo = new("image/png", new byte[] { 1, 2, 3 })
    };

    [Fact]
    public void Version_3_is_written_the_way_Apple_and_Google_read_it() =>
        Cards.WrittenText(VCard.Of(Ada, VCardVersion.V3), VCardVersion.V3).ShouldBe(string.Join("\r\n",
            "BEGIN:VCARD", "VERSION:3.0", "UID:urn:uuid:1", "FN:Ada Okafor", "N:Okafor;Ada;;;", "ORG:Bank\\; Nord", "TITLE:Head\\, Loans",
            "EMAIL;TYPE=INTERNET,work,pref:ada@example.com", "item1.EMAIL;TYPE=INTERNET:ada@example.org", "item1.X-ABLABEL:Boat\\, summer",
            "TEL;TYPE=work,fax:+1 555 010 0001", "item2.X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/ada-okafor",
            "item2.URL:https://www.linkedin.com/in/ada-okafor", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "item3.X-ABDATE:2011-06-18",
            "item3.X-ABLABEL:_$!<Anniversary>!$_", "item4.X-ABRELATEDNAMES:Ben Okafor", "item4.X-ABLABEL:_$!<Spouse>!$_",
            "PHOTO;TYPE=PNG;ENCODING=b:AQID", "END:VCARD", ""));

    [Fact]
    public void Version_4_is_written_as_RFC_6350_asks() =>
        Cards.WrittenText(VCard.Of(Ada), VCardVersion.V4).ShouldBe(string.Join("\r\n",
            "BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:1", "FN:Ada Okafor", "N:Okafor;Ada;;;", "ORG:Bank\\; Nord", "TITLE:Head\\, Loans",
            "EMAIL;TYPE=work;PREF=1:ada@example.com", "item1.EMAIL:ada@example.org", "item1.X-ABLABEL:Boat\\, summer",
            "TEL;TYPE=work,fax:+1 555 010 0001", "item2.X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/ada-okafor",
            "item2.URL:https://www.linkedin.com/in/ada-okafor", "BDAY:--0412", "ANNIVERSARY:20110618", "RELATED;TYPE=spouse;VALUE=text:Ben Okafor",
            "PHOTO:data:image/png;base64,AQID", "END:VCARD", ""));

    [Fact]
    public void What_2_1_leaves_open_is_escaped_and_named()
    {
        var card = Cards.Read(Cards.File2(
            "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:a, b; c=0D=0Ad", "TEL;WORK;PREF:1", "URL;WORK:http\\://example.com/a,b",
            "N:Doe;John;Q.,Public", "X-OWN;VALUE=text:kept, as it; is", "PHOTO;JPEG;VALUE=URL:http://example.com/p.jpg")).Single();

        Cards.WrittenText(card, VCardVersion.V3).ShouldBe(string.Join("\r\n",
            "BEGIN:VCARD", "VERSION:3.0", "NOTE:a\\, b\\; c\\nd", "TEL;TYPE=WORK;TYPE=PREF:1", "URL;TYPE=WORK:http://example.com/a,b",
            "N:Doe;John;Q.,Public", "X-OWN;VALUE=text:kept, as it; is", "PHOTO;TYPE=JPEG;VALUE=uri:http://example.com/p.jpg", "END:VCARD", ""));
        Cards.WrittenText(card, VCardVersion.V4).ShouldContain("\r\nTEL;TYPE=WORK;PREF=1:1\r\n");
        Cards.WrittenText(card, VCardVersion.V4).ShouldContain("\r\nNOTE:a\\, b; c\\nd\r\n");
    }

    [Fact]
    public void A_line_is_folded_between_characters_at_75_octets()
    {
        var card = new VCard { Properties = [new("NOTE", string.Concat(Enumerable.Repeat("é李😀", 40)))] };

        var lines = Encoding.UTF8.GetString(Cards.Written(card, VCardVersion.V4)).Split("\r\n");

        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\uFFFD'));
        lines[2..^3].ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) > 71);
    }

    [Fact]
    public void Parameters_are_quoted_and_carry_carets()
    {
        var card = new VCard { Properties = [new("X-OWN", "v") { Parameters = new([new("X-P", ["a;b", "say \"hi\"\nto ^ all", "plain"])]) }] };

        Cards.WrittenText(card, VCardVersion.V4).ShouldContain("X-OWN;X-P=\"a;b\",say ^'hi^'^nto ^^ all,plain:v");
        foreach (var version in new[] { VCardVersion.V3, VCardVersion.V4 })
            Cards.Read(Cards.Written(card, version)).Single().Properties.Single().Parameters.Single().Values
                .ShouldBe(["a;b", "say \"hi\"\nto ^ all", "plain"]);
    }

    // Each of these once came back as something else.
    [Theory]
    [InlineData("PHOTO;TYPE=JPEG;MEDIATYPE=image/png:data:image/gif;base64,AQID")]
    [InlineData("PHOTO;TYPE=PNG;TYPE=\"x:y\":data:ima ge/png;base64,AQID")]
    [InlineData("PHOTO:data:image/png;base64\\,AQ\\ID")]
    [InlineData("PHOTO:data\\:image/png;base64,AQID")]
    [InlineData("PHOTO;ENCODING=b:=")]
    [InlineData("PHOTO;ENCODING=b:AQID\r\nOEHYAHIIMKKPOULZAXMJMAOQOKPAANQKMQSRO0TBA3ULM6WSPEXCBHYMNK0TPU1DBX2NNMEMBER:x")]
    [InlineData("X-OWN;QUOTED-PRINTABLE:data:image/png;base64=2CAQID")]
    [InlineData("X-OWN:a\u0085b\fc")]
    [InlineData("EMAIL;TYPE=\"work,ce:a@example.com")]
    [InlineData("EMAIL;TYPE=\" work \":a@example.com")]
    [InlineData("EMAIL:b@example.com\r\nEMAIL;TYPE=pref;PREF=3x:a@example.com")]
    [InlineData("X-messaging/-All:ada")]
    [InlineData("AGENT;VALUE=inline:CID:ada")]
    public void What_a_card_says_is_the_same_after_writing(string line)
    {
        var card = Cards.Read(Cards.File3("FN:Ada", line)).Single();
        foreach (var version in new[] { VCardVersion.V3, VCardVersion.V4 })
        {
            var back = Cards.Read(Cards.Written(card, version)).Single();
            var record = Cards.Read(Cards.Written(VCard.Of(card.ToContact(), version), version)).Single();

            Cards.Facts(back.ToContact()).ShouldBe(Cards.Facts(card.ToContact()));
            Cards.Facts(record.ToContact()).ShouldBe(Cards.Facts(card.ToContact()));
            back.Properties.Count.ShouldBe(card.Properties.Count);
            Cards.Written(back, version).ShouldBe(Cards.Written(card, version));
        }
    }

    [Fact]
    public void Version_2_1_is_not_written() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cards.Written(VCard.Of(Ada), VCardVersion.V21));
}
