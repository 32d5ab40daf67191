using CsCheck;
using Kith.Domain;
using Kith.Domain.Arrival;
using Kith.Domain.Attribution;

namespace Kith.Tests.Arrival;

public sealed class ChainTests
{
    private static readonly DateOnly Day = new(2030, 3, 6);

    private static readonly DateOnly Until = Day.AddDays(30);

    private static readonly Guid Job = Id(99), Other = Id(98), Ana = Id(1), Ben = Id(2), Cleo = Id(3), Dan = Id(4), Eva = Id(5);

    [Fact]
    public void The_chain_is_who_is_on_it_who_introduced_them_and_who_introduced_those_before()
    {
        MadeIntroduction[] made =
        [
            Made(1, Ben, Ana, null, Day),
            Made(2, Cleo, Ben, null, Day.AddDays(-5)),
            Made(3, Dan, Ben, null, Day.AddDays(5)),
            Made(4, Eva, Id(7), null, Day),
            Made(5, Id(8), null, Job, Day),
            Made(6, Id(9), null, Other, Day),
            Made(7, Id(10), Ana, null, Until.AddDays(1)),
        ];

        var chain = ChainMember.Of([Ana], Job, Until, made);

        chain.Select(m => m.Person).ShouldBe([Ana, Ben, Id(8), Cleo], ignoreOrder: true);
        chain[0].ShouldBe(new ChainMember(Ana, null, true), "she decides; she introduced nobody");
        chain.Where(m => m.IsConnector).Select(m => m.Person).ShouldBe([Ben, Id(8), Cleo], ignoreOrder: true);
        chain.ShouldNotContain(m => m.Person == Dan, "he introduced Ben when Ben had done his part already");
        chain.ShouldNotContain(m => m.Person == Id(10), "what came after the end led nowhere");
    }

    [Fact]
    public void Without_people_and_introductions_there_is_no_chain() => ChainMember.Of([], Job, Until, [Made(1, Ben, Ana, null, Day)]).ShouldBeEmpty();

    [Fact]
    public void Somebody_on_it_who_also_connected_is_told_too() => ChainMember.Of([Ana, Ben], Job, Until, [Made(1, Ben, Ana, null, Day)]).Single(m => m.Person == Ben).ShouldSatisfyAllConditions(m => m.IsOnIt.ShouldBeTrue(), m => m.IsConnector.ShouldBeTrue());

    [Fact]
    public void The_chain_is_what_following_every_path_finds() => Introductions().Sample(made =>
    {
        Guid[] people = [Id(0), Id(1)];
        var found = ChainMember.Of(people, Job, Until, made).Select(m => m.Person).ToHashSet();
        var walked = people.ToHashSet();
        foreach (var step in made.Where(i => i.Opportunity == Job || (i.Other is { } met && people.Contains(met))))
            Walk(step, made, walked, []);
        return found.SetEquals(walked) && ChainMember.Of(people, Job, Until, made).Select(m => m.Person).Distinct().Count() == found.Count;
    });

    // Every path by itself, however long: slow and plainly right.
    private static void Walk(MadeIntroduction step, IReadOnlyCollection<MadeIntroduction> made, HashSet<Guid> found, IReadOnlyList<MadeIntroduction> path)
    {
        found.Add(step.Connector);
        foreach (var before in made.Where(i => i.Other == step.Connector && i.MadeOn <= step.MadeOn && i != step && !path.Contains(i)))
            Walk(before, made, found, [.. path, step]);
    }

    private static Gen<MadeIntroduction[]> Introductions() => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 8], Gen.Int[0, 9], Gen.Int[0, 12])
        .Array[0, 9].Select(all => all.Index().Select(one =>
        {
            var (number, (connector, other, job, day)) = one;
            return Made(number, Id(connector), other == 8 ? null : Id(other), job == 0 ? Job : job == 1 ? Other : null, Day.AddDays(day));
        }).ToArray());

    private static MadeIntroduction Made(int number, Guid connector, Guid? other, Guid? job, DateOnly day) => new(Id(1000 + number), IntroductionKind.Introduction, connector, other, job, day);

    [Theory]
    [InlineData(29, 0, false, false, false)]
    [InlineData(30, 0, true, false, false)]
    [InlineData(95, 4, false, true, true)]
    public void A_check_is_due_on_its_day_until_everything_is_rated(int days, int ratedAt30, bool first, bool second, bool third) =>
        Checks.Of(Day, Day.AddDays(days), 4, new Dictionary<int, int> { [30] = ratedAt30 }).Select(c => c.IsDue).ShouldBe([first, second, third]);

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
