namespace Kith.Tests.Formats.VCards;

public sealed class ContactOfCardTests
{
    [Theory]
    [InlineData("TEL;WORK;VOICE:1", "work")]
    [InlineData("TEL;TYPE=\"CELL,VOICE\":1", "mobile")]
    [InlineData("TEL;TYPE=fax;TYPE=home:1", "home fax")]
    [InlineData("TEL;TYPE=cell,work:1", "work mobile")]
    [InlineData("TEL;TYPE=pref,voice:1", null)]
    [InlineData("TEL;TYPE=x-mobil:1", "mobil")]
    [InlineData("TEL;TYPE=Business:1", "work")]
    [InlineData("TEL;TYPE=HOME,TYPE=VOICE:1", "home")]
    [InlineData("a.TEL;TYPE=home:1\r\nA.X-ABLabel:Cabin", "Cabin")]
    [InlineData("a.TEL;TYPE=home:1\r\na.X-ABLabel:", "home")]
    [InlineData("a.TEL:1\r\na.X-ABLabel:_$!<Mobile>!$_", "mobile")]
    public void A_label_is_brought_to_few_words(string lines, string? label) => Cards.Person3(lines).Phones.ShouldBe([new("1", label)]);

    [Theory]
    [InlineData("1980-03-22", "1980-03-22")]
    [InlineData("19800322", "1980-03-22")]
    [InlineData("1980-3-2", "1980-03-02")]
    [InlineData("1980-03-22T23:10:00-08:00", "1980-03-22")]
    [InlineData("19800322T231000Z", "1980-03-22")]
    [InlineData("--0412", "--04-12")]
    [InlineData("--04-12", "--04-12")]
    [InlineData("--0229", "--02-29")]
    [InlineData("1604-04-12", "--04-12")]
    [InlineData("19723101", "1972-01-31")]
    [InlineData("1980-02-30", null)]
    [InlineData("1980", null)]
    [InlineData("circa 1800", null)]
    [InlineData("", null)]
    public void A_birthday_is_a_date_or_a_day_of_the_year(string value, string? birthday) =>
        Cards.Person3("BDAY:" + value).Birthday.ShouldBe(birthday);

    [Fact]
    public void A_year_that_the_line_says_to_omit_is_omitted()
    {
        Cards.Person3("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-12").Birthday.ShouldBe("--04-12");
        Cards.Person3("BDAY;X-APPLE-OMIT-YEAR=1900:1901-04-12").Birthday.ShouldBe("1901-04-12");
    }

    [Theory]
    [InlineData("X-ABDATE:2001-02-03")]
    [InlineData("a.X-ABDATE:2001-02-03\r\na.X-ABLabel:First day")]
    public void A_date_of_another_occasion_is_no_anniversary(string lines) => Cards.Person3(lines).Anniversary.ShouldBeNull();

    [Theory]
    [InlineData("N:Doe;John;Q.,Public;Dr.;Jr.,M.D.", "Dr. John Q. Public Doe Jr., M.D.")]
    [InlineData("N:Smith, Jr.;John", "John Smith, Jr.")]
    [InlineData("N:Doe\\;Ray;John", "John Doe;Ray")]
    [InlineData("N:Staff", "Staff")]
    [InlineData("N:;;;;\r\nORG:Acme\r\nX-ABShowAs:COMPANY", "Acme")]
    [InlineData("KIND:org\r\nORG:Acme", "Acme")]
    [InlineData("NOTE:nobody", "")]
    public void A_missing_FN_is_made_from_what_there_is(string lines, string full) => Cards.Person3(lines).Name.Full.ShouldBe(full);

    [Theory]
    [InlineData("REFERRED_BY", "referred by")]
    [InlineData("_$!<Mother>!$_", "mother")]
    [InlineData("Mentor", "Mentor")]
    public void A_relation_is_called_what_the_card_calls_it(string label, string kind) =>
        Cards.Person3("a.X-ABRELATEDNAMES:Ben", "a.X-ABLabel:" + label).Relations.ShouldBe([new("Ben", kind)]);

    [Fact]
    public void FN_and_N_that_disagree_are_both_kept() =>
        Cards.Person3("FN:Max the Great", "N:Mustermann;Maximilian").Name
            .ShouldBe(new() { Full = "Max the Great", Given = "Maximilian", Family = "Mustermann" });

    [Fact]
    public void A_whole_name_in_one_part_of_N_says_nothing_of_its_parts()
    {
        Cards.Person3("FN:Ada Okafor", "N:Ada Okafor").Name.ShouldBe(new() { Full = "Ada Okafor" });
        Cards.Person3("FN:孔夫子", "N:Konfuzius").Name.Family.ShouldBe("Konfuzius");
    }

    [Fact]
    public void Titles_belong_to_the_organisation_of_their_group_or_place()
    {
        Cards.Person3("a.ORG:One", "b.ORG:Two", "b.TITLE:Boss", "a.TITLE:Clerk").Positions.ShouldBe([new("One", "Clerk"), new("Two", "Boss")]);
        Cards.Person3("ORG:One", "ORG:Two", "TITLE:Clerk", "TITLE:Boss").Positions.ShouldBe([new("One", "Clerk"), new("Two", "Boss")]);
        Cards.Person3("ORG:One;R&D;Lab", "TITLE:Clerk", "TITLE:Speaker").Positions.ShouldBe([new("One", "Clerk", "R&D, Lab"), new("One", "Speaker")]);
        Cards.Person3("ROLE:Programmer").Positions.ShouldBe([new(null, "Programmer")]);
        Cards.Person3("item1.ORG:One", "TITLE:Clerk").Positions.ShouldBe([new("One", "Clerk")]);
    }

    [Fact]
    public void Preferred_values_come_first_and_the_rest_keeps_its_order() =>
        Cards.Person3("TEL:1", "TEL;PREF=2:2", "TEL:3", "TEL;TYPE=pref:4", "TEL;PREF=2:5").Phones.Select(phone => phone.Value)
            .ShouldBe(["4", "2", "5", "1", "3"]);

    [Theory]
    [InlineData("URL:https://www.linkedin.com/in/Ada-Okafor?x=1", "ada-okafor")]
    [InlineData("X-SOCIALPROFILE;type=linkedin;x-user=ada:http://www.linkedin.com/pub/ada/1/2", "ada")]
    [InlineData("X-SOCIALPROFILE;TYPE=LinkedIn:x-apple:ada", "ada")]
    [InlineData("SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://linkedin.com/in/ada", "ada")]
    [InlineData("X-LINKEDIN:ada", "ada")]
    [InlineData("URL:https://example.com/in/ada", null)]
    [InlineData("X-SOCIALPROFILE;type=twitter:https://example.com/in/ada", null)]
    public void A_LinkedIn_profile_is_found_wherever_it_stands(string line, string? slug) => Cards.Person3(line).LinkedIn.ShouldBe(slug);

    [Theory]
    [InlineData("IMPP;X-SERVICE-TYPE=ICQ:aim:123", "123", "icq")]
    [InlineData("IMPP:xmpp:ada@example.com", "ada@example.com", "xmpp")]
    [InlineData("IMPP;TYPE=SKYPE:ada", "ada", "skype")]
    [InlineData("IMPP;TYPE=home:skype:ada", "ada", "skype")]
    [InlineData("IMPP;X-SERVICE-TYPE=OwnChat:ownchat:ada", "ada", "ownchat")]
    [InlineData("item1.IMPP;X-SERVICE-TYPE=ICQ:aim:123\r\nitem1.X-ABLabel:Other", "123", "icq")]
    [InlineData("X-JABBER;TYPE=HOME:ada@example.com", "ada@example.com", "jabber")]
    [InlineData("X-GOOGLE TALK;TYPE=WORK:ada", "ada", "googletalk")]
    [InlineData("X-messaging/irc-All:ada", "ada", "irc")]
    public void A_messenger_is_known_by_service_scheme_or_name(string line, string value, string label) =>
        Cards.Person3(line).Accounts.ShouldBe([new(value, label)]);

    [Theory]
    [InlineData("a\\, b\\; c\\: d", "a, b; c: d")]
    [InlineData("one\\ntwo\\Nthree", "one\ntwo\nthree")]
    [InlineData("C:\\Data\\\\x", "C:\\Data\\x")]
    [InlineData("B\\'C", "B'C")]
    [InlineData("end\\", "end\\")]
    public void Escapes_are_read(string raw, string text) => Cards.Person3("NOTE:" + raw).Notes.ShouldBe(text);

    [Fact]
    public void A_postal_label_stands_in_for_the_address_it_labels_only_where_there_is_none() =>
        Cards.Person2("ADR;HOME:;;1 Oak St;Town", "LABEL;HOME:1 Oak St", "LABEL;WORK:2 Elm St").Addresses.ShouldBe([
            new("1 Oak St", "Town", null, null, null, "home"), new("2 Elm St", null, null, null, null, "work")]);

    [Fact]
    public void A_card_is_a_record_of_its_line() => Cards.Read([.. Cards.File3("FN:a"), .. Cards.File3("FN:b")])[1].ToContact().Line.ShouldBe(5);
}
