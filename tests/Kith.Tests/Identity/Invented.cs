using Kith.Domain.Identity;

namespace Kith.Tests.Identity;

/// <summary>Invented people with second records of some of them.</summary>
internal static class Invented
{
    private static readonly string[] Given = ["Ana", "Robert", "Kateřina", "Viktor", "Noura", "Pim", "Isolde", "Fergus", "Valentina", "Karim", "Elizabeth", "Saskia", "Quentin", "Renata", "Tāne"];
    private static readonly string[] Family = ["Kovač", "Miller", "Hrušková", "Baráth", "Rangihuna", "Oosterhuis", "Brinkmann", "Abercrombie", "Restrepo", "Benhaddou", "Achterberg", "Blauw", "Albright", "Zainab", "Bellandi", "Araújo", "Moss", "Adler"];

    // People of a seeded chance, and second records of some of them with a slip in one or two fields.
    internal static (List<IdentityRecord> Records, Dictionary<string, int> Truth) Population(int people, int again)
    {
        var dice = new Random(11);
        var records = new List<IdentityRecord>();
        var truth = new Dictionary<string, int>();
        for (var i = 0; i < people; i++)
        {
            var (given, family) = (Given[dice.Next(Given.Length)], Family[dice.Next(Family.Length)]);
            var (mail, born, city) = ($"{given[0]}{family}{dice.Next(9999)}@example.com".ToLowerInvariant(), $"{1950 + dice.Next(55)}-{1 + dice.Next(12):00}-{1 + dice.Next(28):00}", $"City {dice.Next(40)}");
            Add(Record($"p{i:0000}", given, family, mail, born, city), i);
            if (i >= again)
                continue;
            Add(dice.Next(4) switch
            {
                0 => Record($"q{i:0000}", Slip(given, dice), family, mail, born, city),
                1 => Record($"q{i:0000}", given, Slip(family, dice), mail, born, $"City {dice.Next(40)}"),
                2 => Record($"q{i:0000}", family, given, mail, born, city),
                _ => Record($"q{i:0000}", given, family, mail, null, city),
            }, i);
        }
        return (records, truth);

        void Add(IdentityRecord record, int person)
        {
            records.Add(record);
            truth[record.Key] = person;
        }
    }

    private static string Slip(string word, Random dice)
    {
        var at = 1 + dice.Next(word.Length - 1);
        return word[..at] + (char)('a' + dice.Next(26)) + word[(at + 1)..];
    }

    internal static IdentityRecord Record(string key, string given, string family, string mail, string? born, string city) => new(
        key,
        [
            new(FieldKind.GivenName, given), new(FieldKind.FamilyName, family), new(FieldKind.Email, mail), new(FieldKind.City, city),
            .. born is null ? Array.Empty<IdentityValue>() : [new(FieldKind.Date, born)],
        ]);
}
