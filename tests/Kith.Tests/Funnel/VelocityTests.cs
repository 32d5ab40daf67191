using CsCheck;
using Kith.Domain;
using Kith.Domain.Funnel;
using Kith.Domain.Strength;

namespace Kith.Tests.Funnel;

public sealed class VelocityTests
{
    private static readonly DateTime Start = new(2030, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<Contact[]> Histories = Gen.Select(Gen.Int[0, 60], Gen.Enum<Channel>(), Gen.Enum<Direction>(), (day, channel, direction) => new Contact(Start.AddDays(day), channel, direction)).Array[0, 12];

    [Fact]
    public void A_stage_is_reached_on_the_day_on_which_the_history_so_far_first_makes_it() =>
        Histories.Sample(history =>
        {
            var course = Course.Of(Guid.Empty, [DateOnly.FromDateTime(Start)], history);

            // The rule itself, asked anew after each day.
            foreach (var stage in Enum.GetValues<Stage>().Skip(1))
            {
                var days = history.Select(c => DateOnly.FromDateTime(c.At)).Distinct().Order();
                DateOnly? first = days.Where(day => Stages.Of([.. history.Where(c => DateOnly.FromDateTime(c.At) <= day)]) >= stage).Select(d => (DateOnly?)d).FirstOrDefault();
                (course.Reached.TryGetValue(stage, out var reached) ? reached : (DateOnly?)null).ShouldBe(first, stage.ToString());
            }
        });

    // Three were met: one answered after 4 days, one after 10, one was written to 20 days ago and has not answered.
    [Fact]
    public void Steps_count_who_still_waits()
    {
        var today = DateOnly.FromDateTime(Start).AddDays(30);
        Course[] courses =
        [
            Met(0, (1, Direction.Out), (5, Direction.In)), Met(0, (0, Direction.Out), (10, Direction.Both)), Met(5, (10, Direction.Out)), Met(3),
        ];

        var steps = StageSteps.Of(courses, today);

        steps.Select(s => s.Next).ShouldBe([new(3, 4), new(2, 3), new(0, 2), new(0, 0)]);
        steps[1].Days.Count.ShouldBe(3);
        steps[1].Days.Median.ShouldBe(10, "of three, after 4 days two still wait, after 10 one does");
        steps[0].Days.Points.Select(p => p.Days).ShouldBe([0, 1, 5]);
    }

    [Theory]
    [InlineData(0, 2, 0, 0, 1.8444)]
    [InlineData(10, 1, 10, 4.7954, 18.3904)]
    [InlineData(3, 6, 0.5, 0.10311, 1.46121)]
    public void Yield_has_Garwoods_interval(int count, double hours, double rate, double low, double high)
    {
        var yield = new Yield(count, hours);
        yield.PerUnit!.Value.ShouldBe(rate, 1e-9);
        yield.Range()!.Value.Low.ShouldBe(low, 0.0001);
        yield.Range()!.Value.High.ShouldBe(high, 0.0001);
        new Yield(3, 0).Range().ShouldBeNull();
    }

    // Two at one place, one at another, one nowhere: of the six ordered pairs of the three, four are at different places.
    [Fact]
    public void The_portfolio_counts_bands_and_how_far_it_is_spread()
    {
        var (harbor, finch) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        var portfolio = Portfolio.Of([new(60, false, harbor), new(59.9, false, harbor), new(20, false, finch), new(19.9, false, null), new(null, false, null), new(90, true, null)]);

        (portfolio.Strong, portfolio.Moderate, portfolio.Weak, portfolio.Dormant, portfolio.Total).ShouldBe((1, 2, 2, 1, 6));
        (portfolio.Places, portfolio.Placed).ShouldBe((2, 3));
        portfolio.Diversity!.Value.ShouldBe(4.0 / 6, 1e-12);
        Portfolio.Of([]).Diversity.ShouldBeNull();
    }

    [Fact]
    public void Diversity_is_the_share_of_pairs_at_different_places() =>
        Gen.Int[0, 4].Array[2, 30].Sample(places =>
        {
            var pairs = from one in Enumerable.Range(0, places.Length) from other in Enumerable.Range(0, places.Length) where one != other select places[one] != places[other];
            Portfolio.Of([.. places.Select(p => new Held(1, false, new Guid(p, 0, 0, new byte[8])))]).Diversity!.Value.ShouldBe(pairs.Average(p => p ? 1.0 : 0), 1e-12);
        });

    private static Course Met(int day, params (int Day, Direction Direction)[] contacts) =>
        Course.Of(Guid.Empty, [DateOnly.FromDateTime(Start).AddDays(day)], [.. contacts.Select(c => new Contact(Start.AddDays(c.Day), Channel.Mail, c.Direction))]);
}
