using Kith.Domain.Identity;

namespace Kith.Tests.Identity;

public sealed class MatchingTests
{
    private static readonly string[] Given = ["Ana", "Robert", "Kateřina", "Viktor", "Noura", "Pim", "Isolde", "Fergus", "Valentina", "Karim", "Elizabeth", "Saskia", "Quentin", "Renata", "Tāne"];
    private static readonly string[] Family = ["Kovač", "Miller", "Hrušková", "Baráth", "Rangihuna", "Oosterhuis", "Brinkmann", "Abercrombie", "Restrepo", "Benhaddou", "Achterberg", "Blauw", "Albright", "Zainab", "Bellandi", "Araújo", "Moss", "Adler"];

    [Fact]
    public void Records_with_slips_of_the_pen_find_their_person()
    {
        var (records, truth) = Population(400, 150);

        var groups = Matching.People(records).Groups;

        var (found, right) = (0, 0);
        foreach (var group in groups)
        {
            found += group.Count * (group.Count - 1) / 2;
            right += group.GroupBy(key => truth[key]).Sum(g => g.Count() * (g.Count() - 1) / 2);
        }
        ((double)right / found).ShouldBeGreaterThan(0.97, "precision");
        ((double)right / 150).ShouldBeGreaterThan(0.95, "recall");
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var (records, _) = Population(200, 60);
        var shuffled = records.ToArray();
        new Random(5).Shuffle(shuffled);

        Say(Matching.People(shuffled)).ShouldBe(Say(Matching.People(records)));
        Matching.Pairs(shuffled, 0.7).Select(p => (p.One, p.Other, Math.Round(p.Probability, 9))).ShouldBe(Matching.Pairs(records, 0.7).Select(p => (p.One, p.Other, Math.Round(p.Probability, 9))));
    }

    [Fact]
    public void Namesakes_with_everything_else_different_stay_two()
    {
        var (records, _) = Population(300, 0);
        IdentityRecord[] namesakes = [Record("x1", "Robert", "Miller", "rob@example.org", "1970-05-01", "Zadar"), Record("x2", "Robert", "Miller", "miller@example.com", "1991-11-23", "Lisbon")];

        Matching.People([.. records, .. namesakes]).Groups.ShouldNotContain(group => group.Contains("x1") && group.Contains("x2"));
    }

    [Fact]
    public void A_pair_tells_its_reasons_with_the_strongest_first()
    {
        var (records, _) = Population(300, 100);

        var pair = Matching.Pairs(records, 0.9)[0];

        pair.Probability.ShouldBeGreaterThan(0.99);
        pair.Reasons.ShouldContain("same e-mail address");
        pair.Reasons.Distinct().Count().ShouldBe(pair.Reasons.Count);
    }

    [Fact]
    public void Nobody_and_one_alone_are_nobody_else()
    {
        Matching.People([]).Groups.ShouldBeEmpty();
        Matching.People([Record("1", "Ana", "Kovač", "ana@example.com", "1980-01-01", "Zadar")]).Groups.ShouldBeEmpty();
        Matching.Pairs([], 0.7).ShouldBeEmpty();
        Matching.People([new("1", []), new("2", [])]).Groups.ShouldBeEmpty();
    }

    // People of a seeded chance, and second records of some of them with a slip in one or two fields.
    private static (List<IdentityRecord> Records, Dictionary<string, int> Truth) Population(int people, int again)
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

    private static IdentityRecord Record(string key, string given, string family, string mail, string? born, string city) => new(
        key,
        [
            new(FieldKind.GivenName, given), new(FieldKind.FamilyName, family), new(FieldKind.Email, mail), new(FieldKind.City, city),
            .. born is null ? Array.Empty<IdentityValue>() : [new(FieldKind.Date, born)],
        ]);

    private static string Say(MatchedPeople matched) => string.Join('\n', matched.Groups.Select(g => string.Join(' ', g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
