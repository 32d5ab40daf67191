using System.Text;
using Kith.Formats;
using Kith.Formats.VCards;

namespace Kith.Tests.Formats.VCards;

public sealed class VCardReaderTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void A_bad_line_is_reported_with_its_line_and_costs_nothing_else()
    {
        var people = Cards.People(Cards.Sample("broken.vcf"), issues);

        people.Select(person => (person.Line, person.Name.Full)).ShouldBe([(2, "Ada Okafor"), (11, "Ben Okafor"), (19, ""), (23, "Cut Off")]);
        people[0].Phones.ShouldBe([new("+1 555 010 0008")]);
        people[1].Addresses.ShouldBe([new("7 Hill Road", null, null, null, null, "home")]);
        people[1].Name.Given.ShouldBe("Benjamin");
        issues.Items.Select(issue => (issue.Line, issue.Code)).ShouldBe([
            (1, "vcard.outside"), (2, "vcard.end"), (4, "vcard.line"), (6, "vcard.line"), (8, "vcard.base64"), (9, "vcard.date"), (23, "vcard.end")]);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    public void Every_line_end_is_read_and_counted(string end)
    {
        var file = Cards.Lines(["BEGIN:VCARD", "NOTE:one", "  two", "FN", "END:VCARD"], end);

        var card = Cards.Read(file, issues).Single();

        card.ToContact().Notes.ShouldBe("one two");
        issues.Items.ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Fact]
    public void A_fold_inside_a_character_heals()
    {
        var note = Encoding.UTF8.GetBytes("NOTE:Grüße an 李 und 😀");
        for (var cut = 6; cut < note.Length; cut++)
        {
            byte[] file = [.. "BEGIN:VCARD\r\n"u8, .. note[..cut], .. "\r\n "u8, .. note[cut..], .. "\r\nEND:VCARD\r\n"u8];

            Cards.Read(file).Single().ToContact().Notes.ShouldBe("Grüße an 李 und 😀");
        }
    }

    [Fact]
    public void UTF_16_and_byte_order_marks_are_read()
    {
        Cards.People(Cards.Sample("utf16.vcf"), issues).Single().Notes.ShouldBe("Folded in two");
        var text = "BEGIN:VCARD\nFN:Žofie 😀\nEND:VCARD\n";
        Encoding[] encodings = [new UTF8Encoding(true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false)];
        foreach (var encoding in encodings)
        {
            byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

            Cards.People(file, issues).Single().Name.Full.ShouldBe("Žofie 😀");
        }
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_code_page_is_taken_from_another_line_of_the_card()
    {
        var vera = Cards.People(Cards.Sample("code-page-1251.vcf"), issues).Single();

        vera.Name.ShouldBe(new() { Full = "Вера Белова", Given = "Вера", Family = "Белова" });
        vera.Addresses.Single().Street.ShouldBe("Москва");
        issues.Items.Single().Code.ShouldBe("text.encoding");
    }

    [Theory]
    [InlineData("NOTE;CHARSET=ISO-8859-1:", "Grüße", "iso-8859-1")]
    [InlineData("NOTE;CHARSET=windows-1253:", "Αθήνα", "windows-1253")]
    [InlineData("NOTE;CHARSET=Shift_JIS:", "表示", "shift_jis")]
    [InlineData("NOTE:", "Grüße", "windows-1252")]
    [InlineData("NOTE;CHARSET=nobody-knows:", "Grüße", "windows-1252")]
    [InlineData("NOTE;CHARSET=ISO-8859-1:", "Grüße", "utf-8")]
    [InlineData("NOTE;UTF-8:", "Grüße", "utf-8")]
    public void A_charset_is_believed_where_it_can_be(string header, string text, string encoding)
    {
        var octets = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text) ?? Encoding.GetEncoding(encoding).GetBytes(text);
        byte[] file = [.. "BEGIN:VCARD\nVERSION:2.1\n"u8, .. Encoding.ASCII.GetBytes(header), .. octets, .. "\nEND:VCARD\n"u8];

        Cards.Read(file).Single().ToContact().Notes.ShouldBe(text);
    }

    [Fact]
    public void One_damaged_byte_does_not_spoil_the_text_around_it()
    {
        byte[] file = [.. "BEGIN:VCARD\nNOTE:"u8, .. "Grüße aus Köln, "u8, 0x80, .. " 5\nEND:VCARD\n"u8];

        Cards.Read(file).Single().ToContact().Notes.ShouldBe("Grüße aus Köln, € 5");
    }

    [Theory]
    [InlineData("NOTE;ENCODING=QUOTED-PRINTABLE:one =\r\ntwo", "one two")]
    [InlineData("NOTE;QUOTED-PRINTABLE:one=\r\n two", "one two")]
    [InlineData("NOTE;QUOTED-PRINTABLE:one =\r\n  two", "one two")]
    [InlineData("NOTE;QUOTED-PRINTABLE:one=20=  \r\ntwo=\r\n=20three", "one two three")]
    [InlineData("NOTE;QUOTED-PRINTABLE:one=\r\n\r\n=20two", "one two")]
    [InlineData("NOTE;CHARSET=UTF-8;QUOTED-PRINTABLE:Gr=C3=\r\n=BC=C3=9Fe", "Grüße")]
    [InlineData("NOTE;QUOTED-PRINTABLE:100% =ZZ =4", "100% =ZZ =4")]
    public void Quoted_printable_soft_breaks_are_closed(string line, string note) =>
        Cards.Person2(line, "FN:x").ShouldSatisfyAllConditions(
            person => person.Notes.ShouldBe(note),
            person => person.Name.Full.ShouldBe("x"));

    [Fact]
    public void A_soft_break_before_END_does_not_swallow_it()
    {
        var people = Cards.People([.. Cards.File2("NOTE;QUOTED-PRINTABLE:cut="), .. Cards.File2("FN:Next")], issues);

        people.Select(person => person.Name.Full).ShouldBe(["", "Next"]);
        people[0].Notes.ShouldBe("cut");
        issues.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PHOTO;ENCODING=BASE64;TYPE=PNG:AQID\r\n BAUG\r\n\r\nTEL:1")]
    [InlineData("PHOTO;BASE64;PNG:\r\nAQID\r\nBAUG\r\n\r\nTEL:1")]
    [InlineData("PHOTO;ENCODING=b;TYPE=image/png:AQIDBAUG\r\nTEL:1")]
    [InlineData("PHOTO:data:image/png;base64,AQIDBAUG\r\nTEL:1")]
    [InlineData("PHOTO;VALUE=uri:data:image/png\\;base64\\,AQID\r\n BAUG\r\nTEL:1")]
    public void Base64_ends_in_every_way_it_can(string lines)
    {
        var person = Cards.Person3(lines);

        person.Photo!.Bytes.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        person.Photo.MediaType.ShouldBe("image/png");
        person.Phones.Single().Value.ShouldBe("1");
    }

    [Theory]
    [InlineData("AGENT:BEGIN:VCARD\\nFN:Susan\\nNOTE:a\\\\\\, b\\nEND:VCARD\\n")]
    [InlineData("AGENT:BEGIN:VCARD\r\n FN:Susan\r\n NOTE:a\\, b\r\n END:VCARD")]
    [InlineData("AGENT:\r\nBEGIN:VCARD\r\nFN:Susan\r\nNOTE:a\\, b\r\nEND:VCARD")]
    public void A_card_inside_a_card_does_not_swallow_the_outer_one(string agent)
    {
        var card = Cards.Read(Cards.File3("FN:Boss", agent, "TITLE:Chief"), issues).Single();

        card.ToContact().Name.Full.ShouldBe("Boss");
        card.ToContact().Positions.Single().Title.ShouldBe("Chief");
        var inner = card.Properties.Single(property => property.Name == "AGENT").Card!.ToContact();
        inner.Name.Full.ShouldBe("Susan");
        inner.Notes.ShouldBe("a, b");
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Limits_leave_out_what_is_too_much_and_say_so()
    {
        var limits = new VCardLimits { MaxLineBytes = 100, MaxCardBytes = 400, MaxProperties = 5, MaxCards = 3, MaxDepth = 2 };
        byte[] file = [
            .. Cards.File3("NOTE:" + new string('x', 200), "FN:Long line"),
            .. Cards.File3("FN:Many", "TEL:1", "TEL:2", "TEL:3", "TEL:4", "TEL:5"),
            .. Cards.File3("FN:Deep", "AGENT:", "BEGIN:VCARD", "FN:a", "AGENT:", "BEGIN:VCARD", "FN:b", "END:VCARD", "END:VCARD", "TITLE:Top"),
            .. Cards.File3("FN:Fourth")];

        var cards = Cards.Read(file, issues, limits);

        cards.Select(card => card.ToContact().Name.Full).ShouldBe(["Long line", "Many", "Deep"]);
        cards[0].ToContact().Notes.ShouldBeNull();
        cards[1].ToContact().Phones.Count.ShouldBe(3);
        cards[2].ToContact().Positions.Single().Title.ShouldBe("Top");
        issues.Items.Select(issue => issue.Code).ShouldBe(["vcard.size", "vcard.size", "vcard.depth", "vcard.limit"]);
    }

    [Fact]
    public void A_list_or_a_header_without_end_is_cut()
    {
        var list = string.Join(',', Enumerable.Range(0, 30_000));

        var person = Cards.Read(Cards.File3("CATEGORIES:" + list, $"TEL;X-P={list}:1", "TEL:2"), issues).Single().ToContact();

        person.Categories.Count.ShouldBe(10_000);
        person.Phones.ShouldBe([new("2")]);
        issues.Items.Single().Code.ShouldBe("vcard.line");
    }

    [Fact]
    public void A_file_without_cards_is_reported()
    {
        Cards.People("First Name,Last Name\nAda,Okafor\n"u8.ToArray(), issues).ShouldBeEmpty();

        issues.Items.Select(issue => issue.Code).ShouldBe(["vcard.none", "vcard.outside"]);
    }

    [Theory]
    [InlineData("item1.END:VCARD")]
    [InlineData("END;X=1:VCARD")]
    public void An_end_that_is_dressed_up_still_ends_the_card(string end)
    {
        byte[] file = [.. Cards.Lines(["BEGIN:VCARD", "FN:One", end]), .. Cards.File3("FN:Two")];

        Cards.People(file).Select(person => person.Name.Full).ShouldBe(["One", "Two"]);
    }

    // The index of a value whose line was left out pointed past the end of the card.
    [Fact]
    public void A_line_left_out_is_not_decoded_again()
    {
        byte[] file = [.. "BEGIN:VCARD\nFN;CHARSET=windows-1251:Ada\nEND:VC"u8, 0xC0, .. "\nEND:VCARD\n"u8];

        Cards.People(file).Single().Name.Full.ShouldBe("Ada");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\uFEFF")]
    [InlineData("\uFEFF")]
    public void Files_put_together_keep_all_their_cards(string between)
    {
        var file = Encoding.UTF8.GetBytes($"BEGIN:VCARD\nFN:One\nEND:VCARD{between}BEGIN:VCARD\nFN:Two\nEND:VCARD");

        Cards.People(file, issues).Select(person => person.Name.Full).ShouldBe(["One", "Two"]);
        issues.Items.ShouldBeEmpty();
    }
}
