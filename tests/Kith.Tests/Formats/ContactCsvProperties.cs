using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Csv;

namespace Kith.Tests.Formats;

public sealed class ContactCsvProperties
{
    private static readonly string[] SampleNames =
    [
        "google/contacts-new.csv", "google/contacts-old.csv", "google/outlook-csv.csv", "outlook/desktop.csv", "outlook/french.csv",
        "outlook/japanese.csv", "outlook/russian.csv", "thunderbird/contacts.csv", "csv/atomic-crm.csv", "csv/pingcrm.csv", "csv/owncloud.csv"
    ];

    private static readonly byte[][] Bytes = [.. SampleNames.Select(Samples.Read)];

    [Fact]
    public void No_damaged_bytes_make_a_reader_throw() =>
        Gen.Select(Gen.Int[0, Bytes.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 8], Gen.Double[0, 1]).Sample((which, changes, cut) =>
        {
            var bytes = Bytes[which][..^(int)(cut * cut * Bytes[which].Length)];
            foreach (var (at, value) in changes) if (bytes.Length > 0) bytes[(int)(at * (bytes.Length - 1))] = value;

            foreach (var contact in ContactCsvReader.Read(new MemoryStream(bytes), "t.csv", new()).Contacts) contact.Name.Full.ShouldNotBeNull();
            var preview = MappedCsv.Preview(new MemoryStream(bytes), "t.csv", new());
            foreach (var contact in MappedCsv.Read(new MemoryStream(bytes), "t.csv", ContactMapping.From(preview.Columns), new())) contact.Name.Full.ShouldNotBeNull();
        }, iter: 1_500);

    [Fact]
    public void No_row_is_lost_however_many_fields_it_has()
    {
        var field = Gen.OneOf<string>(Gen.OneOf("a", "b c", "é", "x@example.com", "28/02/1979", "a;b", "=1"), Gen.String[Gen.Char.AlphaNumeric, 1, 5]);
        Gen.Select(field.Array[1, 12].Array[1, 30], Gen.OneOf(',', ';', '\t')).Sample((rows, delimiter) =>
        {
            var header = string.Join(delimiter, "First Name", "Last Name", "E-mail Address", "Business Phone", "Company", "Job Title", "Birthday");
            var text = string.Concat(rows.Select(row => string.Join(delimiter, row.Select(cell => $"\"{cell}\"")) + "\n"));
            var issues = new IssueLog();

            var contacts = ContactCsvReader.Read(Text.Utf8($"{header}\n{text}"), "t.csv", issues).Contacts.ToList();

            contacts.Select(contact => contact.Line).ShouldBe(Enumerable.Range(2, rows.Length));
            contacts.Select(contact => contact.Name.Given).ShouldBe(rows.Select(row => CsvWriter.Plain(row[0])));
            issues.Items.Count(issue => issue.Code == "row.fields").ShouldBe(rows.Count(row => row.Length > 7));
            issues.SkippedRows.ShouldBe(0);
        }, iter: 500);
    }

    [Fact]
    public void A_quote_that_never_ends_costs_no_row()
    {
        var issues = new IssueLog();

        var contacts = ContactCsvReader.Read(Text.Utf8(
            "First Name,Last Name,E-mail Address,Company\n\"Bo,Lind,bo@example.com,Press\nIda,Vik,ida@example.com,Press\n"), "t.csv", issues).Contacts.ToList();

        contacts.Select(contact => contact.Name.Full).ShouldBe(["Bo Lind", "Ida Vik"]);
        issues.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(issue => issue.Code.ShouldBe("row.quote"), issue => issue.Line.ShouldBe(2));
    }

    [Fact]
    public void LinkedIn_files_still_need_all_their_fields()
    {
        var issues = new IssueLog();

        CsvTable.Find(Text.Utf8("A,B\n1\n"), "t.csv", _ => true, issues)!.Rows().ShouldBeEmpty();

        issues.Items.ShouldHaveSingleItem().Code.ShouldBe("row.fields");
    }

    [Theory]
    [InlineData(1250, "Łukasz Żółkiewski, Wrocław, ul. Świętej Jadwigi")]
    [InlineData(1251, "Анна Петрова, Тверь, улица Лесная")]
    [InlineData(1252, "Jörg Weiß, São Paulo, Élodie Lefèvre, Muñoz")]
    [InlineData(1253, "Ελένη Παπαδοπούλου, Θεσσαλονίκη, οδός Αθηνάς")]
    [InlineData(1254, "Işıl Şahin, Eskişehir, Güneş Çağlar")]
    [InlineData(932, "鈴木花子、大阪市北区、カタカナとひらがな")]
    public void The_letters_of_a_text_tell_its_code_page(int codePage, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes("Name,Notes\n" + text);

        CodePages.IsLegacy(bytes).ShouldBeTrue();
        CodePages.Guess(bytes).ShouldBe(codePage);
        CodePages.Text(bytes, codePage).ShouldEndWith(text);
    }

    [Fact]
    public void One_damaged_place_does_not_make_a_UTF8_text_legacy() =>
        CodePages.IsLegacy([.. "Tomás Müller, Élodie"u8, 0xE9, .. "Bo"u8]).ShouldBeFalse();
}
