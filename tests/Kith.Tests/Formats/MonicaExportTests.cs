using CsCheck;
using Kith.Formats;
using Kith.Formats.Monica;

namespace Kith.Tests.Formats;

public sealed class MonicaExportTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void A_person_comes_with_everything_noted_about_them()
    {
        var mara = Open().Contacts[0];

        mara.Fields.Select(field => (field.Kind, field.Value)).ShouldBe(
            [("email", "mara@example.com"), ("phone", "+47 555 01 00"), ("twitter", "@mara"), ("linkedin", "https://www.linkedin.com/in/mara-ellingsen")]);
        mara.FirstMetDate.ShouldBe(new("2019-05-04", false));
        mara.FirstMetThrough.ShouldBe(new("c-bo", "Bo Lind"));
        mara.StayInTouchDays.ShouldBe(30);
        mara.LastTalkedTo.ShouldBe(new DateOnly(2024, 2, 1));
        mara.Calls.ShouldHaveSingleItem().ShouldBe(new("ca-1", new DateTime(2024, 1, 5, 10, 0, 0, DateTimeKind.Utc), "About the fair", true));
        mara.Notes.ShouldHaveSingleItem().Body.ShouldBe("Sent a card");
        mara.Reminders.ShouldHaveSingleItem().ShouldBe(new("r-1", new DateOnly(2024, 6, 12), "Birthday", null, "year", 1));
        mara.Tasks.ShouldHaveSingleItem().IsDone.ShouldBeTrue();
        mara.Conversations.ShouldHaveSingleItem().Messages.Select(message => (message.Content, message.IsMine)).ShouldBe([("Hello", true), ("Hello back", false)]);
        mara.LifeEvents.ShouldHaveSingleItem().ShouldBe(new("l-1", new DateOnly(2021, 9, 1), "New job", "New job", "At the harbour"));
        mara.Remarks.ShouldBe(["Gift: idea, A kite", "I owe: 20, NOK, inprogress", "Pet: Rex, dog"]);
        mara.Relations.ShouldBe([new("child", new("c-child", "Ida")), new("partner", new("c-lost", ""))]);
    }

    [Fact]
    public void Activities_know_who_took_part()
    {
        var activity = Open().Activities.ShouldHaveSingleItem();

        activity.Summary.ShouldBe("Sailed to the island");
        activity.Kind.ShouldBe("did_sport");
        activity.People.Select(person => person.Name).ShouldBe(["Mara Sol Ellingsen", "Bo Lind"]);
    }

    [Fact]
    public void A_contact_carries_what_an_address_book_can_hold()
    {
        var mara = Open().Contacts[0].ToContact();

        mara.Name.Full.ShouldBe("Mara Sol Ellingsen");
        mara.Emails.ShouldBe([new("mara@example.com")]);
        mara.Phones.ShouldBe([new("+47 555 01 00")]);
        mara.Accounts.ShouldBe([new("@mara", "Twitter")]);
        mara.LinkedIn.ShouldBe("mara-ellingsen");
        mara.Birthday.ShouldBe("--06-12");
        mara.Categories.ShouldBe(["vip", "sailing", "starred"]);
        mara.Positions.ShouldBe([new("Harbor & Finch", "Head of Design")]);
        mara.Addresses.ShouldBe([new("1 Quay Street", "Bergen", "Vestland", "5003", "NO", "home")]);
        mara.Relations.ShouldBe([new("Ida", "child")]);
        mara.Notes.ShouldBe(string.Join("\n\n", "Sails on Sundays", "Met: 2019-05-04 through Bo Lind", "Food: No nuts", "Gift: idea, A kite",
            "I owe: 20, NOK, inprogress", "Pet: Rex, dog", "Sent a card"));
        mara.Photo!.Bytes.ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        mara.Uid.ShouldBe("c-mara");
    }

    [Fact]
    public void A_birthday_worked_out_from_an_age_is_no_birthday()
    {
        var bo = Open().Contacts[1].ToContact();

        bo.Birthday.ShouldBeNull();
        bo.Notes.ShouldBe("Born about 1950\n\nDeceased: 2022-11-01");
    }

    [Fact]
    public void What_the_export_lacks_and_what_we_do_not_know_is_reported_once()
    {
        var export = Open();

        issues.Items.Select(issue => (issue.Code, issue.Message)).ShouldBe(
        [
            ("monica.reference", "The export lacks c-lost, somebody with a relationship"),
            ("monica.block", "'horoscope' is not known; it was kept as it is"),
            ("monica.reference", "The export lacks t-lost, a kind of contact field"),
            ("monica.reference", "The export lacks act-lost, an activity"),
            ("monica.block", "'weather' is not known; it was kept as it is")
        ], ignoreOrder: true);
        export.Others.ShouldHaveSingleItem().Json.ShouldContain("blue");
        export.Contacts[0].Others.ShouldHaveSingleItem().Json.ShouldContain("Leo");
        export.Contacts[1].Fields.ShouldHaveSingleItem().Value.ShouldBe("bo");
    }

    [Theory]
    [InlineData("", "json.broken")]
    [InlineData("{\"account\":{\"data\":[", "json.broken")]
    [InlineData("[]", "monica.unknown")]
    [InlineData("{\"account\":{\"data\":{}}}", "monica.unknown")]
    public void A_file_that_is_no_export_is_refused_with_the_reason(string json, string code) =>
        Should.Throw<FormatRefusedException>(() => MonicaExport.Open(Text.Utf8(json), "m.json", issues)).Code.ShouldBe(code);

    [Fact]
    public void A_file_above_the_limit_is_refused() =>
        Should.Throw<FormatRefusedException>(() => MonicaExport.Open(new MemoryStream(Samples.Read("monica/export.json")), "m.json", issues, new() { MaxBytes = 100 }))
            .Code.ShouldBe("json.size");

    [Fact]
    public void Half_a_character_does_not_lose_the_rest_of_a_text()
    {
        var json = """{"account":{"data":[{"type":"contact","values":[{"uuid":"c","properties":{"first_name":"Ma\ud800ra\n","tags":["\u0000x"]}}]}]}}""";

        var contact = MonicaExport.Open(Text.Utf8(json), "m.json", issues).Contacts.ShouldHaveSingleItem();

        contact.FirstName.ShouldBe("Ma\uFFFDra");
        contact.Tags.ShouldBe(["x"]);
    }

    [Fact]
    public void Half_a_character_in_the_name_of_a_property_loses_that_property_alone()
    {
        var json = """{"account":{"data":[{"type":"contact","values":[{"uuid":"c","properties":{"\ud800":"lost","first_name":"Mara","last_name":"Ellingsen"}}]}]}}""";

        var contact = MonicaExport.Open(Text.Utf8(json), "m.json", issues).Contacts.ShouldHaveSingleItem();

        contact.FirstName.ShouldBe("Mara");
        contact.LastName.ShouldBe("Ellingsen");
    }

    [Fact]
    public void No_damaged_bytes_make_it_throw_anything_but_a_refusal()
    {
        var sample = Samples.Read("monica/export.json");
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var bytes = (byte[])sample.Clone();
            foreach (var (at, value) in changes) bytes[at] = value;
            try
            {
                foreach (var contact in MonicaExport.Open(new MemoryStream(bytes), "m.json", new()).Contacts) contact.ToContact().Name.ShouldNotBeNull();
            }
            catch (FormatRefusedException refused)
            {
                refused.Code.ShouldBeOneOf("json.broken", "monica.unknown");
            }
        }, iter: 2_000);
    }

    private MonicaExport Open() => MonicaExport.Open(new MemoryStream(Samples.Read("monica/export.json")), "monica.json", issues);
}
