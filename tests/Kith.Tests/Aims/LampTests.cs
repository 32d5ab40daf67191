using CsCheck;
using Kith.Domain.Aims;

namespace Kith.Tests.Aims;

public sealed class LampTests
{
    private static readonly Gen<LampValues> anyTarget =
        from id in Gen.Int[0, 1_000_000]
        from name in Gen.Int[0, 3]
        from motivation in Gen.Int[-1, 3]
        from posting in Gen.Int[0, 3]
        from advocate in Gen.Int[-1, 3]
        from decider in Gen.Bool
        select Target(id, $"n{name}", motivation < 0 ? null : motivation, posting < 1 ? null : posting, advocate < 0 ? null : advocate * 30, decider);

    private static readonly Gen<LampValues[]> anyList = anyTarget.Array[0, 50].Select(all => all.DistinctBy(t => t.Id).ToArray());

    [Fact]
    public void Motivation_comes_before_posting_and_posting_before_the_advocate() =>
        Names(Target(1, "warm", 2, 2, 90), Target(2, "open", 2, 3), Target(3, "dream", 3), Target(4, "known", 2, 2, 10)).ShouldBe(["dream", "open", "warm", "known"]);

    [Fact]
    public void What_is_not_said_counts_as_one_and_stands_behind_a_one_that_is_said() =>
        Names(Target(1, "unsaid"), Target(2, "none", 0), Target(3, "one", 1), Target(4, "two", 2)).ShouldBe(["two", "one", "unsaid", "none"]);

    [Fact]
    public void The_order_is_the_same_whatever_the_order_it_came_in() =>
        Gen.Select(anyList, Gen.Int[0, int.MaxValue]).Sample((targets, seed) =>
        {
            var shuffled = targets.ToArray();
            new Random(seed).Shuffle(shuffled);
            Sorted(shuffled).ShouldBe(Sorted(targets));
        });

    [Fact]
    public void Nobody_is_lost_and_sorting_again_changes_nothing() =>
        anyList.Sample(targets =>
        {
            var sorted = Sorted(targets);
            sorted.Order(Comparer<LampValues>.Create((a, b) => a.Id.CompareTo(b.Id))).ShouldBe(targets.OrderBy(t => t.Id));
            Sorted([.. sorted]).ShouldBe(sorted);
        });

    [Fact]
    public void Wanting_one_more_never_moves_it_back() =>
        anyList.Where(l => l.Length > 0).Sample(targets =>
        {
            var first = targets[0] with { Motivation = targets[0].Motivation ?? 1 };
            if (first.Motivation == 3)
                return;
            var before = Sorted([first, .. targets[1..]]).IndexOf(first);
            var wanted = first with { Motivation = first.Motivation + 1 };
            Sorted([wanted, .. targets[1..]]).IndexOf(wanted).ShouldBeLessThanOrEqualTo(before);
        });

    [Fact]
    public void The_gaps_are_counted_in_the_top_five_and_in_the_whole_list()
    {
        var list = Enumerable.Range(1, 6).Select(i => Target(i, $"n{i}", i == 6 ? 0 : 3, i <= 2 ? 2 : null, i == 1 ? 40 : null)).ToList();

        Lamp.Gaps(list).ShouldBe(
        [
            "No advocate at 4 of your top 5",
            "Someone known, but nobody who usually decides, at 1 of your top 5",
            "Nobody has looked for openings at 3 of your top 5",
            "34 more organisations would make it the 40 that LAMP asks for",
        ]);
        Lamp.Gaps([]).ShouldBeEmpty();
        Lamp.Gaps([.. Enumerable.Range(1, 40).Select(i => Target(i, $"n{i}", 1, 1, 20, true))]).ShouldBeEmpty();
    }

    private static List<LampValues> Sorted(LampValues[] targets) => [.. Lamp.Sort(targets, t => t)];

    private static IEnumerable<string> Names(params LampValues[] targets) => Sorted(targets).Select(t => t.NameKey);

    private static LampValues Target(int id, string name, int? motivation = null, int? posting = null, int? advocate = null, bool decider = false) =>
        new(new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), name, motivation, posting, advocate, decider);
}
