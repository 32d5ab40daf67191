using System.Text;
using CsCheck;
using Kith.Formats.Contacts;
using Kith.Formats.VCards;

namespace Kith.Tests.Formats.VCards;

public sealed class VCardRoundTrips
{
    private static readonly VCardVersion[] Versions = [VCardVersion.V3, VCardVersion.V4];

    private static readonly Gen<string> Words = Gen.OneOf<string>(
        Gen.OneOf(",", ";", ":", "\\", "\\n", "\n", "\"", "^", "^n", "=", "=3D", " ", "'", "é", "😀", "李"),
        Gen.OneOf("BEGIN:VCARD", "\nEND:VCARD", "data:;base64,AAAA"),
        Gen.Char.AlphaNumeric.Select(c => c.ToString())).Array[1, 8].Select(parts => string.Concat(parts).Trim()).Where(text => text.Length > 0);

    private static readonly Gen<string?> Perhaps = Gen.OneOf(Words!, Gen.Const((string?)null));

    private static readonly Gen<string?> Label = Gen.OneOf<string?>(
        Gen.OneOf<string?>(null, "work", "home", "mobile", "work fax", "work mobile", "other", "pager", "main", "school"),
        Words.Select(word => (string?)("x" + word)));

    private static readonly Gen<Labelled> Value = Gen.Select(Words, Label, (text, label) => new Labelled(text, label));

    private static readonly Gen<string?> Date = Gen.OneOf<string?>(null, "1980-03-22", "--04-12", "--02-29", "2024-02-29");

    private static readonly Gen<ContactAddress> Address = Gen.Select(Perhaps, Perhaps, Perhaps, Label,
        (street, city, country, label) => new ContactAddress(street ?? city ?? "x", city, null, null, country, label));

    private static readonly Gen<ContactPosition> Position = Gen.Select(Words, Perhaps, Perhaps,
        (organisation, title, department) => new ContactPosition(organisation, title, department));

    private static readonly Gen<ContactRecord> Contact =
        Gen.Select(Gen.Select(Words, Perhaps, Perhaps, Perhaps, Perhaps), Gen.Select(Value.Array[0, 3], Value.Array[0, 3], Value.Array[0, 3]),
            Address.Array[0, 2], Position.Array[0, 3],
            Gen.Select(Date, Date, Perhaps, Words.Array[0, 3], Perhaps), Gen.Byte.Array[0, 100])
            .Select((name, lists, addresses, positions, rest, photo) => new ContactRecord
            {
                Name = new() { Full = name.Item1, Given = name.Item2, Family = name.Item3, Suffix = name.Item4, Nickname = name.Item5 },
                Emails = lists.Item1,
                Phones = lists.Item2,
                Relations = lists.Item3,
                Addresses = addresses,
                Positions = positions,
                Birthday = rest.Item1,
                Anniversary = rest.Item2,
                Notes = rest.Item3,
                Categories = [.. rest.Item4.Distinct()],
                Uid = rest.Item5,
                Photo = photo.Length > 0 ? new("image/jpeg", photo) : null
            });

    [Fact]
    public void A_record_written_is_read_back_whole() =>
        Gen.Select(Contact, Gen.OneOf(Versions)).Sample((contact, version) =>
        {
            using var to = new MemoryStream();
            VCardWriter.Write(contact, version, to);

            Cards.Facts(Cards.Read(to.ToArray()).Single().ToContact()).ShouldBe(Cards.Facts(contact));
        });

    [Fact]
    public void Every_sample_is_written_and_read_back_whole()
    {
        foreach (var sample in Cards.SampleNames)
            foreach (var card in Cards.Read(Cards.Sample(sample)))
                foreach (var version in Versions) ShouldComeBack(card, version);
    }

    [Fact]
    public void No_mutation_of_a_sample_makes_the_reader_throw_or_loses_what_it_read()
    {
        var samples = Cards.SampleNames.Select(Cards.Sample).ToArray();
        var edit = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4_000], Gen.Int[0, 80], Gen.Byte);
        Gen.Select(Gen.Int[0, samples.Length - 1], edit.Array[1, 5]).Sample((sample, edits) =>
        {
            List<byte> file = [.. samples[sample]];
            foreach (var (kind, at, length, octet) in edits) Mutate(file, kind, at, length, octet);

            foreach (var person in Cards.People([.. file])) person.ShouldNotBeNull();
            foreach (var card in Cards.Read([.. file]))
                foreach (var version in Versions) ShouldComeBack(card, version);
        }, iter: 2_000);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() =>
        Gen.Select(
            Gen.OneOf("", "BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:", "BEGIN:VCARD\nPHOTO;ENCODING=b:", "BEGIN:VCARD\nAGENT:", "\uFEFFBEGIN:VCARD\n"),
            Gen.Byte.Array[0, 300], Gen.Int[1, 40]).Sample((head, noise, limit) =>
        {
            byte[] file = [.. Encoding.UTF8.GetBytes(head), .. noise];
            var limits = new VCardLimits { MaxLineBytes = limit, MaxCardBytes = limit * 2, MaxProperties = 3, MaxDepth = 1 };

            Cards.People(file).Count.ShouldBeLessThanOrEqualTo(file.Length);
            Cards.Read(file, limits: limits).ShouldAllBe(card =>
                card.Properties.Count <= 3 && card.Properties.All(property => property.Value.Length <= limit));
        }, iter: 5_000);

    [Fact]
    public void Folding_keeps_every_octet() =>
        Gen.Char.Array[0, 400].Select(chars => new string(chars)).Sample(text =>
        {
            var value = text.Replace("\0", "", StringComparison.Ordinal);
            var card = new VCard { Properties = [new("X-OWN", value)] };

            var file = Cards.Written(card, VCardVersion.V4);

            Encoding.Latin1.GetString(file).Split("\r\n").ShouldAllBe(line => line.Length <= 75);
            var expected = OnOneLine(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));
            Cards.Read(file).Single().Properties.Single().Value.ShouldBe(expected);
        });

    private static void ShouldComeBack(VCard card, VCardVersion version)
    {
        var file = Cards.Written(card, version);
        var back = Cards.Read(file).Single();

        Cards.Facts(back.ToContact()).ShouldBe(Cards.Facts(card.ToContact()));
        back.Properties.Select(property => (property.Group, property.Name))
            .ShouldBe(card.Properties.Select(property => (property.Group, property.Name)));
        Own(back).ShouldBe(Own(card));
        Cards.Written(back, version).ShouldBe(file);
        Encoding.Latin1.GetString(file).Split("\r\n").ShouldAllBe(line => line.Length <= 75);
    }

    // What no fact is made of, with the parameters no version changes.
    private static List<string> Own(VCard card) => [.. card.Properties
        .Where(property => property.Name is "X-CUSTOM1" or "X-MS-OL-DESIGN" or "X-ABADR" or "X-PHONETIC-FIRST-NAME" or "X-ABUID")
        .Select(property => $"{property.Name}:{OnOneLine(property.Value)}" + string.Concat(property.Parameters
            .Where(parameter => parameter.Name.StartsWith("X-", StringComparison.Ordinal))
            .Select(parameter => $";{parameter.Name}={string.Join('|', parameter.Values)}".Replace("\r", "", StringComparison.Ordinal))))];

    private static string OnOneLine(string value) =>
        value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Mutate(List<byte> file, int kind, int at, int length, byte octet)
    {
        if (file.Count == 0) return;
        at %= file.Count;
        length = Math.Min(length, file.Count - at);
        switch (kind)
        {
            case 0: file.RemoveRange(at, file.Count - at); break;
            case 1: file[at] = octet; break;
            case 2: file.InsertRange(at, file.GetRange(at, length)); break;
            case 3: file.RemoveRange(at, length); break;
            default: file.Insert(at, octet); break;
        }
    }
}
