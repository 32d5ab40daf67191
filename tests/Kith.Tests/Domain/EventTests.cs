using Kith.Domain;
using Kith.Domain.Funnel;

namespace Kith.Tests.Domain;

public sealed class EventTests
{
    private static readonly DateTime Start = new(2030, 3, 4, 18, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2030, 3, 4);

    [Theory]
    [InlineData(-61, null, EventPhase.Before)]
    [InlineData(-60, null, EventPhase.During)]
    [InlineData(479, null, EventPhase.During)]
    [InlineData(480, null, EventPhase.After)]
    [InlineData(119, 120, EventPhase.During)]
    [InlineData(120, 120, EventPhase.After)]
    public void It_is_under_way_from_an_hour_before_it_begins_until_it_ends(int minutes, int? length, EventPhase phase) =>
        new Event { Id = Guid.Empty, Name = "Data Night", StartsAt = Start, EndsAt = length is { } end ? Start.AddMinutes(end) : null }
            .PhaseAt(Start.AddMinutes(minutes)).ShouldBe(phase);

    [Fact]
    public void Without_a_date_it_is_still_to_come() =>
        new Event { Id = Guid.Empty, Name = "Data Night" }.PhaseAt(Start).ShouldBe(EventPhase.Before);

    [Fact]
    public void What_it_brought_counts_each_person_once_and_only_windows_that_are_over()
    {
        // By hand, five days after: Ana in time, Ben late, Cem never; Dag met elsewhere today, whose window is open; Eva without a day.
        Encounter[] met =
        [
            new(Day, Day.AddDays(2), Day.AddDays(3), Day.AddDays(4)),
            new(Day, Day.AddDays(3), null, null),
            new(Day, null, null, null),
            new(Day.AddDays(5), null, null, null),
            new(null, Day.AddDays(1), null, Day.AddDays(2)),
        ];

        var brought = EventReturn.Of(met, hours: 6, cost: 90, Day.AddDays(5));

        brought.Met.ShouldBe(5);
        brought.Within48.ShouldBe(new Rate(1, 3));
        brought.Ever.ShouldBe(new Rate(3, 5));
        brought.WroteBack.ShouldBe(new Rate(1, 5));
        brought.Talked.ShouldBe(new Rate(2, 5));
        brought.HoursPerTalk.ShouldBe(3);
        brought.CostPerTalk.ShouldBe(45);
    }

    [Fact]
    public void A_follow_up_counts_at_once_and_its_lack_only_after_48_hours()
    {
        Encounter[] met = [new(Day, Day, null, null), new(Day, null, null, null)];

        EventReturn.Of(met, null, null, Day).Within48.ShouldBe(new Rate(1, 1));
        EventReturn.Of(met, null, null, Day.AddDays(2)).Within48.ShouldBe(new Rate(1, 1));
        EventReturn.Of(met, null, null, Day.AddDays(3)).Within48.ShouldBe(new Rate(1, 2));
    }

    [Fact]
    public void Nobody_talked_to_again_makes_no_price() => EventReturn.Of([new(Day, null, null, null)], 5, 50, Day).HoursPerTalk.ShouldBeNull();
}
