using CsCheck;
using Kith.Domain;
using Kith.Domain.Aims;

namespace Kith.Tests.Aims;

public sealed class FitTests
{
    private static readonly string[] words = ["Data", "head of data", "Énergie", "Rotterdam", "wind power", "Head", "Banking"];

    private static readonly Gen<string?> list = Gen.Int[0, 6].Select(i => words[i]).Array[0, 3].Select(w => w.Length == 0 ? null : string.Join(", ", w));

    private static readonly Gen<string?> text = Gen.Int[-1, 6].Select(i => i < 0 ? null : words[i]);

    private static readonly Gen<Audience> anyAudience =
        from titles in list
        from fields in list
        from places in list
        from tag in text
        from role in Gen.Int[-1, 5]
        from deciders in Gen.Bool
        from targets in Gen.Bool
        select new Audience
        {
            Id = Guid.Empty,
            Name = "Any",
            Titles = titles,
            Fields = fields,
            Places = places,
            Tag = tag,
            Role = role < 0 ? null : (DecisionRole)role,
            DecidersOnly = deciders,
            AtTargetsOnly = targets,
        };

    private static readonly Gen<Job> anyJob =
        from title in text
        from industry in text
        from place in text
        from target in Gen.Bool
        select new Job(title, "Harbor & Finch", industry, place, target);

    private static readonly Gen<Profile> anyProfile =
        from jobs in anyJob.List[0, 3]
        from places in Gen.Int[0, 6].Select(i => words[i]).List[0, 2]
        from tags in Gen.Int[0, 6].Select(i => words[i]).List[0, 2]
        from roles in Gen.Enum<DecisionRole>().List[0, 2]
        select new Profile(jobs, places, tags, roles);

    private static readonly Profile ana = new(
        [new("Head of Data & AI", "Harbor & Finch", "Énergie trading", "Rotterdam", true)], ["Delft"], ["Alumni"], [DecisionRole.Champion]);

    [Fact]
    public void Every_criterion_that_counts_gives_a_reason_and_a_missing_one_costs_its_weight()
    {
        var fit = Fit.Of(Ask(titles: "head of data, CDO", fields: "banking", places: "delft", role: DecisionRole.Champion), ana);

        fit.Score.ShouldBe(77, "3 + 3 + 1 of 9");
        fit.Reasons.Select(r => (r.IsMet, r.Text)).ShouldBe(
            [(true, "title: Head of Data & AI"), (true, "champion in the decision"), (false, "another field"), (true, "place: Delft")]);
    }

    [Theory]
    [InlineData("energie", true)]
    [InlineData("ÉNERGIE TRADING", true)]
    [InlineData("trading energie", false)]
    [InlineData("ener", false)]
    public void Words_match_whole_and_folded_in_the_order_they_are_written(string field, bool fits) =>
        Fit.Of(Ask(fields: field), ana).Score.ShouldBe(fits ? 100 : 0);

    [Fact]
    public void Who_fails_a_condition_fits_not_at_all()
    {
        var clerk = new Profile([new("Clerk", "Quay", null, null, false)], [], ["alumni"], []);

        Fit.Of(new() { Id = Guid.Empty, Name = "Deciders", Tag = "alumni", DecidersOnly = true }, clerk).Score.ShouldBe(0);
        Fit.Of(new() { Id = Guid.Empty, Name = "Targets", Tag = "alumni", AtTargetsOnly = true }, clerk).Score.ShouldBe(0);
        Fit.Of(new() { Id = Guid.Empty, Name = "Both", DecidersOnly = true, AtTargetsOnly = true }, ana).Score.ShouldBe(100);
    }

    [Fact]
    public void An_organisation_is_asked_for_its_field_and_place_alone()
    {
        Fit.Of(Ask(fields: "wind power", places: "Aarhus"), "Wind power", "Esbjerg")!.Score.ShouldBe(66);
        Fit.Of(Ask(titles: "head of data", fields: " , "), "Wind power", "Esbjerg").ShouldBeNull();
    }

    [Fact]
    public void The_fit_is_whole_exactly_where_every_criterion_is_met() =>
        Gen.Select(anyAudience, anyProfile).Sample((audience, person) =>
        {
            var fit = Fit.Of(audience, person);
            fit.Score.ShouldBeInRange(0, 100);
            (fit.Score == 100).ShouldBe(fit.Reasons.All(r => r.IsMet));
        });

    [Fact]
    public void Dropping_a_criterion_that_is_not_met_never_lowers_the_fit_and_dropping_a_met_one_never_raises_it() =>
        Gen.Select(anyAudience, anyProfile).Sample((audience, person) =>
        {
            var before = Fit.Of(audience, person);
            foreach (var drop in Drops())
            {
                var less = Copy(audience);
                drop(less);
                var after = Fit.Of(less, person);
                // What was dropped is the reason that is not there any more; where it asked for nothing the fit stays.
                var gone = before.Reasons.Except(after.Reasons).ToList();
                if (gone.Count == 0)
                    after.Score.ShouldBe(before.Score);
                else if (gone.All(r => r.IsMet))
                    after.Score.ShouldBeLessThanOrEqualTo(before.Reasons.Any(r => !r.IsMet) ? before.Score : 100);
                else
                    after.Score.ShouldBeGreaterThanOrEqualTo(before.Score);
            }
        });

    [Fact]
    public void Knowing_more_about_somebody_never_lowers_the_fit() =>
        Gen.Select(anyAudience, anyProfile, anyProfile).Sample((audience, person, more) =>
            Fit.Of(audience, new([.. person.Jobs, .. more.Jobs], [.. person.Places, .. more.Places], [.. person.Tags, .. more.Tags], [.. person.Roles, .. more.Roles]))
                .Score.ShouldBeGreaterThanOrEqualTo(Fit.Of(audience, person).Score));

    [Fact]
    public void One_more_word_in_a_list_that_asks_already_never_lowers_the_fit() =>
        Gen.Select(anyAudience, anyProfile, Gen.Int[0, 6]).Where(s => Fit.Asks(s.Item1.Titles)).Sample((audience, person, word) =>
        {
            var wider = Copy(audience);
            wider.Titles += ", " + words[word];
            Fit.Of(wider, person).Score.ShouldBeGreaterThanOrEqualTo(Fit.Of(audience, person).Score);
        });

    private static Action<Audience>[] Drops() =>
    [
        a => a.Titles = null, a => a.Fields = null, a => a.Places = null, a => a.Tag = null, a => a.Role = null, a => a.DecidersOnly = false, a => a.AtTargetsOnly = false,
    ];

    private static Audience Ask(string? titles = null, string? fields = null, string? places = null, DecisionRole? role = null) =>
        new() { Id = Guid.Empty, Name = "Asked", Titles = titles, Fields = fields, Places = places, Role = role };

    private static Audience Copy(Audience a) => new()
    {
        Id = a.Id,
        Name = a.Name,
        Titles = a.Titles,
        Fields = a.Fields,
        Places = a.Places,
        Tag = a.Tag,
        Role = a.Role,
        DecidersOnly = a.DecidersOnly,
        AtTargetsOnly = a.AtTargetsOnly,
    };
}
