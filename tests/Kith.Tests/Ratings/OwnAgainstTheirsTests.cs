using CsCheck;
using Kith.Domain.Funnel;
using Kith.Domain.Ratings;

namespace Kith.Tests.Ratings;

/// <summary>Own against others' ratings: by hand, as properties, and against a plain computation.</summary>
public sealed class OwnAgainstTheirsTests
{
    private static readonly DateOnly Day = new(2030, 3, 6);

    private static readonly Gen<RatedPair[]> Pairs = Gen.Select(Gen.Int[0, 700], Gen.Int[1, 5], Gen.Int[1, 5], (days, own, theirs) => new RatedPair(Day.AddDays(-days), own, theirs)).Array[0, 40];

    // Tables of Student's t (Gosset 1908; Fisher and Yates 1963), two-sided.
    [Theory]
    [InlineData(0.9, 1, 6.313751515)]
    [InlineData(0.9, 4, 2.131846786)]
    [InlineData(0.9, 9, 1.833112933)]
    [InlineData(0.95, 10, 2.228138852)]
    [InlineData(0.9, 120, 1.657650899)]
    public void Quantiles_of_Student_are_those_of_the_tables(double level, int degrees, double t) => StudentDistribution.TwoSided(level, degrees).ShouldBe(t, 1e-6);

    [Fact]
    public void With_many_values_Student_is_normal() => StudentDistribution.TwoSided(0.9, 100_000).ShouldBe(NormalDistribution.Quantile(0.95), 1e-4);

    [Fact]
    public void Five_conversations_worked_out_by_hand()
    {
        // Differences 1, 2, 0, 1, -1: mean 0.6, variance 5.2 / 4 = 1.3, half width 2.131847 * sqrt(1.3 / 5) = 1.08704.
        var means = OwnAgainstTheirs.Compare([Pair(4, 3), Pair(5, 3), Pair(2, 2), Pair(3, 2), Pair(4, 5)]);

        (means.N, means.Own, means.Theirs).ShouldBe((5, 3.6, 3.0));
        means.Difference!.Value.ShouldBe(0.6, 1e-12);
        means.Interval!.Value.Low.ShouldBe(0.6 - 1.08704, 1e-4);
        means.Interval!.Value.High.ShouldBe(0.6 + 1.08704, 1e-4);
        means.Text.ShouldBe("you 3.6, they 3.0; difference 0.6, -0.5 to 1.7 (n = 5)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Below_five_no_mean_is_told(int n) =>
        OwnAgainstTheirs.Compare([.. Enumerable.Repeat(Pair(5, 1), n)]).ShouldSatisfyAllConditions(
            m => (m.Own, m.Theirs, m.Difference, m.Interval).ShouldBe((null, null, null, null)), m => m.Text.ShouldBe($"too few to tell (n = {n})"));

    [Fact]
    public void Five_times_the_same_is_not_certain_because_points_are_rounded()
    {
        // The rounding of two ratings has variance 1/6, so the half width is 2.131847 * sqrt(1/30).
        var interval = OwnAgainstTheirs.Compare([.. Enumerable.Repeat(Pair(4, 4), 5)]).Interval!.Value;

        (interval.High, interval.Low).ShouldBe((-interval.Low, -interval.High));
        interval.High.ShouldBe(2.131846786 * Math.Sqrt(1 / 30.0), 1e-6);
    }

    [Fact]
    public void Months_and_quarters_begin_where_the_calendar_says()
    {
        RatedPair[] pairs = [new(new(2030, 1, 31), 1, 1), new(new(2030, 3, 31), 1, 1), new(new(2030, 4, 1), 1, 1), new(new(2029, 12, 31), 1, 1)];

        OwnAgainstTheirs.Over(pairs, RatingSpan.Month).Select(s => s.From).ShouldBe([new(2029, 12, 1), new(2030, 1, 1), new(2030, 3, 1), new(2030, 4, 1)]);
        OwnAgainstTheirs.Over(pairs, RatingSpan.Quarter).Select(s => (s.From, s.Means.N)).ShouldBe([(new(2029, 10, 1), 1), (new(2030, 1, 1), 2), (new(2030, 4, 1), 1)]);
    }

    [Fact]
    public void One_point_more_of_ones_own_is_one_more_of_difference() => Pairs.Where(p => p.Length >= 5).Sample(pairs =>
    {
        var (before, after) = (OwnAgainstTheirs.Compare(pairs), OwnAgainstTheirs.Compare([.. pairs.Select(p => p with { Own = p.Own + 1 })]));

        after.Difference!.Value.ShouldBe(before.Difference!.Value + 1, 1e-9);
        after.Interval!.Value.Low.ShouldBe(before.Interval!.Value.Low + 1, 1e-9);
        after.Interval!.Value.High.ShouldBe(before.Interval!.Value.High + 1, 1e-9);
        after.Theirs.ShouldBe(before.Theirs);
    });

    [Fact]
    public void Order_does_not_matter() => Gen.Select(Pairs, Gen.Int).Sample((pairs, seed) =>
    {
        var mixed = pairs.ToArray();
        new Random(seed).Shuffle(mixed);

        var (one, other) = (OwnAgainstTheirs.Over(pairs, RatingSpan.Quarter), OwnAgainstTheirs.Over(mixed, RatingSpan.Quarter));

        other.Select(s => (s.From, s.Means.N, s.Means.Text)).ShouldBe(one.Select(s => (s.From, s.Means.N, s.Means.Text)));
    });

    [Fact]
    public void It_agrees_with_a_plain_computation() => Pairs.Sample(pairs =>
    {
        foreach (var span in OwnAgainstTheirs.Over(pairs, RatingSpan.Quarter))
        {
            var (n, own, theirs, squares) = (0, 0.0, 0.0, 0.0);
            foreach (var pair in pairs)
                if (pair.On >= span.From && pair.On < span.From.AddMonths(3))
                    (n, own, theirs, squares) = (n + 1, own + pair.Own, theirs + pair.Theirs, squares + ((pair.Own - pair.Theirs) * (pair.Own - pair.Theirs)));
            span.Means.N.ShouldBe(n);
            if (n < 5)
            {
                span.Means.Interval.ShouldBeNull();
                continue;
            }
            var mean = (own - theirs) / n;
            var variance = Math.Max((squares - (n * mean * mean)) / (n - 1), 1 / 6.0);
            var half = Table(n - 1) * Math.Sqrt(variance / n);
            span.Means.Own!.Value.ShouldBe(own / n, 1e-9);
            span.Means.Theirs!.Value.ShouldBe(theirs / n, 1e-9);
            span.Means.Interval!.Value.Low.ShouldBe(mean - half, 1e-3);
            span.Means.Interval!.Value.High.ShouldBe(mean + half, 1e-3);
        }
    });

    // Student's density added up in small steps until it holds 90 %: slow and without any function of the product.
    private static double Table(int degrees)
    {
        if (tables.TryGetValue(degrees, out var known))
            return known;
        var scale = 0.0;
        for (var x = 0.00005; x < 60; x += 0.0001)
            scale += Density(x, degrees);
        var (sum, t) = (0.0, 0.00005);
        for (; sum < 0.9 * scale; t += 0.0001)
            sum += Density(t, degrees);
        return tables[degrees] = t;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, double> tables = [];

    private static double Density(double x, int degrees) => Math.Pow(1 + (x * x / degrees), -(degrees + 1) / 2.0);

    private static RatedPair Pair(int own, int theirs) => new(Day, own, theirs);
}
