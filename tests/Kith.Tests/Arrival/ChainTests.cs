using CsCheck;
using Kith.Domain.Arrival;

namespace Kith.Tests.Arrival;

public sealed class ChainTests
{
    private static readonly DateOnly Day = new(2030, 3, 6);

    private static readonly Guid Job = Id(99), Other = Id(98), Ana = Id(1), Ben = Id(2), Cleo = Id(3), Dan = Id(4), Eva = Id(5);

    [Fact]
    public void The_chain_is_who_is_on_it_who_introduced_them_and_who_introduced_those_before()
    {
        MadeIntroduction[] made =
        [
            new(Ben, Ana, null, Day),
            new(Cleo, Ben, null, Day.AddDays(-5)),
            new(Dan, Ben, null, Day.AddDays(5)),
            new(Eva, Id(7), null, Day),
            new(Id(8), null, Job, Day),
            new(Id(9), null, Other, Day),
        ];

        var chain = Chain.Of([Ana], Job, made);

        chain.Select(m => m.Person).ShouldBe([Ana, Ben, Id(8), Cleo], ignoreOrder: true);
        chain[0].ShouldBe(new ChainMember(Ana, null, true), "she decides; she introduced nobody");
        chain.Where(m => m.IsConnector).Select(m => m.Person).ShouldBe([Ben, Id(8), Cleo], ignoreOrder: true);
        chain.ShouldNotContain(m => m.Person == Dan, "he introduced Ben when Ben had done his part already");
    }

    [Fact]
    public void Without_people_and_introductions_there_is_no_chain() => Chain.Of([], Job, [new(Ben, Ana, null, Day)]).ShouldBeEmpty();

    [Fact]
    public void Somebody_on_it_who_also_connected_is_told_too() => Chain.Of([Ana, Ben], Job, [new(Ben, Ana, null, Day)]).Single(m => m.Person == Ben).ShouldSatisfyAllConditions(m => m.IsOnIt.ShouldBeTrue(), m => m.IsConnector.ShouldBeTrue());

    [Fact]
    public void The_chain_is_what_following_every_path_finds() => Introductions().Sample(made =>
    {
        Guid[] people = [Id(0), Id(1)];
        var found = Chain.Of(people, Job, made).Select(m => m.Person).ToHashSet();
        var walked = people.ToHashSet();
        foreach (var step in made.Where(i => i.Opportunity == Job || (i.Other is { } met && people.Contains(met))))
            Walk(step, made, walked);
        return found.SetEquals(walked) && Chain.Of(people, Job, made).Select(m => m.Person).Distinct().Count() == found.Count;
    });

    // Every path by itself, however long: slow and plainly right.
    private static void Walk(MadeIntroduction step, IReadOnlyCollection<MadeIntroduction> made, HashSet<Guid> found)
    {
        found.Add(step.Connector);
        foreach (var before in made.Where(i => i.Other == step.Connector && i.On < step.On))
            Walk(before, made, found);
    }

    private static Gen<MadeIntroduction[]> Introductions() => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 8], Gen.Int[0, 9], Gen.Int[0, 12])
        .Select((connector, other, job, day) => new MadeIntroduction(Id(connector), other == 8 ? null : Id(other), job == 0 ? Job : job == 1 ? Other : null, Day.AddDays(day)))
        .Array[0, 12];

    [Theory]
    [InlineData(29, 0, false, false, false)]
    [InlineData(30, 0, true, false, false)]
    [InlineData(95, 4, false, true, true)]
    public void A_check_is_due_on_its_day_until_everything_is_rated(int days, int ratedAt30, bool first, bool second, bool third) =>
        Checks.Of(Day, Day.AddDays(days), 4, new Dictionary<int, int> { [30] = ratedAt30 }).Select(c => c.IsDue).ShouldBe([first, second, third]);

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
