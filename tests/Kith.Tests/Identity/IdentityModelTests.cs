using CsCheck;
using Kith.Domain.Identity;

namespace Kith.Tests.Identity;

public sealed class IdentityModelTests
{
    private static readonly Lazy<IdentityModel> Learnt = new(() => IdentityModel.Fit([.. Invented.Population(400, 150).Records, .. Twins]));

    [Theory]
    [InlineData("Robert", "Bob", "Bob is short for Robert")]
    [InlineData("Rob", "Bob", "Rob and Bob are forms of one name")]
    [InlineData("Katherine", "K", "same initial of the given name")]
    [InlineData("Katherine", "Kathrine", "given name one slip apart")]
    [InlineData("Viktor", "Виктор", "given name")]
    [InlineData("Jürgen", "Juergen", "Jurgen and Juergen are forms of one name")]
    [InlineData("Philipp", "Filip", "similar given name")]
    [InlineData("Ana", "Fergus", "different given name")]
    public void Given_names_agree_by_degrees(string one, string other, string reason) =>
        Reason(With(given: one), With(given: other), FieldKind.GivenName).ShouldEndWith(reason);

    [Theory]
    [InlineData("Meyer", "Maier", Agreement.Near)]
    [InlineData("Papadopoulos", "Παπαδόπουλος", Agreement.Same)]
    [InlineData("Garcia Lopez", "Garcia", Agreement.Variant)]
    [InlineData("Macdonald", "Mac Donald", Agreement.Variant)]
    [InlineData("Abercrombie", "Abercromby", Agreement.Close)]
    [InlineData("Moss", "Adler", Agreement.Different)]
    public void Family_names_agree_by_sound_and_by_parts(string one, string other, Agreement agreement) =>
        Contribution(With(family: one), With(family: other), FieldKind.FamilyName).Agreement.ShouldBe(agreement);

    [Theory]
    [InlineData("1980-03-04", "04.03.1980", Agreement.Same)]
    [InlineData("1980-03-04", "1980-04-03", Agreement.Variant)]
    [InlineData("1980-03-04", "--03-04", Agreement.Variant)]
    [InlineData("1980-03-04", "1980-03-05", Agreement.Close)]
    [InlineData("1980-03-04", "1980-07-19", Agreement.Different)]
    public void Birthdays_agree_by_their_parts(string one, string other, Agreement agreement) =>
        Contribution(With(born: one), With(born: other), FieldKind.Date).Agreement.ShouldBe(agreement);

    [Fact]
    public void Names_in_each_others_place_are_one_fact()
    {
        var likeness = Learnt.Value.Score(With("Isolde", "Achterberg"), With("Achterberg", "Isolde"));

        likeness.Contributions.ShouldContain(c => c.Agreement == Agreement.Crossed);
        likeness.Contributions.Count(c => c.Kind is FieldKind.GivenName or FieldKind.FamilyName).ShouldBe(1);
    }

    [Fact]
    public void A_rare_name_that_is_shared_weighs_more_than_a_common_one()
    {
        var model = IdentityModel.Fit([.. Enumerable.Range(0, 300).Select(i => Invented.Record($"c{i:000}", "Ana", i < 2 ? "Quillfeather" : "Kovač", $"a{i}@example.com", null, $"City {i % 30}"))]);

        Weight(model, "Quillfeather").ShouldBeGreaterThan(Weight(model, "Kovač") + 1);

        static double Weight(IdentityModel model, string family) =>
            model.Score(Invented.Record("x", "Ana", family, "x@example.com", null, "City 1"), Invented.Record("y", "Ana", family, "y@example.com", null, "City 2"))
                .Contributions.Single(c => c.Kind == FieldKind.FamilyName).Weight;
    }

    [Fact]
    public void What_differs_speaks_against_and_what_agrees_speaks_for()
    {
        var likeness = Learnt.Value.Score(With("Isolde", "Achterberg", "i@example.com", "1980-03-04"), With("Isolde", "Achterberg", "i@example.com", "1991-11-23"));

        likeness.Contributions.Where(c => c.Agreement == Agreement.Same).ShouldAllBe(c => c.Weight > 0);
        likeness.Contributions.Where(c => c.Agreement == Agreement.Different).ShouldAllBe(c => c.Weight < 0);
        likeness.Contributions.Select(c => Math.Abs(c.Weight)).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Learning_finds_out_which_field_is_worth_something()
    {
        // The same people twice; the town is drawn anew each time, the birthday is kept.
        var (records, dice) = (new List<IdentityRecord>(), new Random(3));
        for (var i = 0; i < 400; i++)
        {
            var (given, family, born) = ($"Given{dice.Next(30)}", $"Family{dice.Next(60)}", $"{1950 + dice.Next(50)}-{1 + dice.Next(12):00}-{1 + dice.Next(28):00}");
            for (var copy = 0; copy < 2; copy++)
                records.Add(Invented.Record($"p{i:000}{copy}", given, family, $"m{i}@example.com", born, $"City {dice.Next(40)}"));
        }
        var model = IdentityModel.Fit(records);

        var weights = model.Score(Invented.Record("x", "Given0", "Family0", "m0@example.com", "1961-05-17", "City 39"), Invented.Record("y", "Given0", "Family0", "m0@example.com", "1988-11-28", "Town 7"))
            .Contributions.ToDictionary(c => c.Kind, c => c.Weight);

        weights[FieldKind.Date].ShouldBeLessThan(weights[FieldKind.City] - 1, "a birthday that differs says more than a town that does");
    }

    [Fact]
    public void Two_profiles_in_one_import_are_two_people_however_alike()
    {
        var (one, other) = (Twins[0], Twins[1]);
        var likeness = Learnt.Value.Score(one, other);

        (likeness.Decision, likeness.Probability, likeness.Contradiction).ShouldBe((Decision.Different, 0, "two LinkedIn profiles in one import"));
        Learnt.Value.Score(one, other with { Source = "another" }).Decision.ShouldNotBe(Decision.Different);
    }

    [Fact]
    public void A_name_alone_never_merges()
    {
        var likeness = Learnt.Value.Score(new("x", [new(FieldKind.GivenName, "Isolde"), new(FieldKind.FamilyName, "Quillfeather")]), new("y", [new(FieldKind.GivenName, "Isolde"), new(FieldKind.FamilyName, "Quillfeather")]));

        likeness.Key.ShouldBeNull();
        likeness.Decision.ShouldNotBe(Decision.Merge);
    }

    [Theory]
    [InlineData(0.69, true, false, Decision.Different)]
    [InlineData(0.70, false, false, Decision.Review)]
    [InlineData(0.94, true, false, Decision.Review)]
    [InlineData(0.95, true, false, Decision.Merge)]
    [InlineData(0.95, false, false, Decision.Review)]
    [InlineData(1.00, false, false, Decision.Review)]
    [InlineData(1.00, true, true, Decision.Review)]
    public void What_is_to_be_done_follows_from_probability_key_and_contradiction(double probability, bool hasKey, bool isContradicted, Decision decision) =>
        Decisions.Decide(probability, hasKey, isContradicted).ShouldBe(decision);

    [Theory]
    [InlineData("info@example.com", true)]
    [InlineData("Office@example.com", true)]
    [InlineData("ana@example.com", false)]
    [InlineData("information@example.com", false)]
    [InlineData("info", false)]
    public void The_address_of_an_office_is_nobodys_key(string address, bool isOffice) => Decisions.IsOffice(address).ShouldBe(isOffice);

    [Fact]
    public void It_does_not_matter_which_of_two_is_asked_about_first()
    {
        var records = Invented.Population(60, 60).Records;
        Gen.Select(Gen.Int[0, records.Count - 1], Gen.Int[0, records.Count - 1]).Sample((i, j) =>
        {
            var (there, back) = (Learnt.Value.Score(records[i], records[j]), Learnt.Value.Score(records[j], records[i]));
            Math.Abs(there.Probability - back.Probability).ShouldBeLessThan(1e-9);
            there.Decision.ShouldBe(back.Decision);
        }, iter: 500);
    }

    [Fact]
    public void Twice_as_many_records_are_compared_with_hardly_more_others_each()
    {
        var (few, many) = (Each(4_000), Each(8_000));

        many.ShouldBeLessThan(few * 1.4);

        // As in life, more people bear more names.
        static double Each(int people)
        {
            var dice = new Random(people);
            return (double)Matching.People([.. Enumerable.Range(0, people).Select(i => Invented.Record(
                $"p{i:00000}", $"Given{dice.Next(200)}", $"Family{dice.Next(people / 3)}", $"m{dice.Next(people)}@example.com", $"{1940 + dice.Next(60)}-{1 + dice.Next(12):00}-{1 + dice.Next(28):00}", $"City {dice.Next(300)}"))]).Compared / people;
        }
    }

    [Fact]
    public void A_chain_of_likely_pairs_does_not_join_people_who_contradict_each_other()
    {
        var (records, _) = Invented.Population(300, 80);
        // The one in the middle has the name of the one and the address of the other.
        IdentityRecord[] chain =
        [
            Invented.Record("x1", "Isolde", "Quillfeather", "isolde.q@example.org", "1970-05-01", "Zadar"),
            Invented.Record("x2", "Isolde", "Quillfeather", "b.thornapple@example.com", null, "Zadar"),
            Invented.Record("x3", "Benedict", "Thornapple", "b.thornapple@example.com", "1991-11-23", "Lisbon"),
        ];

        Matching.People([.. records, .. chain]).Groups.ShouldNotContain(group => group.Contains("x1") && group.Contains("x3"));
    }

    [Fact]
    public void What_is_certain_shares_a_key_and_no_contradiction()
    {
        var (records, truth) = Invented.Population(400, 150);

        var matched = Matching.People(records);

        matched.Merges.Count.ShouldBeGreaterThan(50);
        matched.Merges.Count(m => truth[m.One] == truth[m.Other]).ShouldBe(matched.Merges.Count);
        foreach (var pair in Matching.Pairs(records, 0.7))
            (pair.Decision == Decision.Merge).ShouldBe(matched.Merges.Any(m => (m.One, m.Other) == (pair.One, pair.Other) || (m.One, m.Other) == (pair.Other, pair.One)));
    }

    private static string Reason(IdentityRecord one, IdentityRecord other, FieldKind kind) => Contribution(one, other, kind).Words;

    private static Contribution Contribution(IdentityRecord one, IdentityRecord other, FieldKind kind) => Learnt.Value.Score(one, other).Contributions.Single(c => c.Kind == kind);

    private static IdentityRecord With(string given = "Saskia", string family = "Blauw", string mail = "s.blauw@example.com", string born = "1980-03-04") =>
        Invented.Record("x", given, family, mail, born, "City 3");

    private static IReadOnlyList<IdentityRecord> Twins =>
    [
        new("t1", [new(FieldKind.GivenName, "Pim"), new(FieldKind.FamilyName, "Oosterhuis"), new(FieldKind.Email, "pim@example.com"), new(FieldKind.LinkedIn, "pim-oosterhuis")], "import 1"),
        new("t2", [new(FieldKind.GivenName, "Pim"), new(FieldKind.FamilyName, "Oosterhuis"), new(FieldKind.Email, "pim@example.com"), new(FieldKind.LinkedIn, "pim-oosterhuis-2")], "import 1"),
    ];
}
