using CsCheck;
using Kith.Domain.Maps;

namespace Kith.Tests.Maps;

public sealed class MapLabelsTests
{
    private static readonly Gen<Labelled[]> Names =
        from spots in Gen.Select(Gen.Double[-500, 500], Gen.Double[-500, 500], (x, y) => new Spot(x, y)).Array[0, 200]
        from lengths in Gen.Int[1, 40].Array[spots.Length]
        from kinds in Gen.Int[0, 3].Array[spots.Length]
        select spots.Select((s, i) => new Labelled(s, 5, new string('n', lengths[i]), kinds[i] > 1, kinds[i] % 2 == 1)).ToArray();

    [Fact]
    public void No_two_names_overlap_however_near_one_is() =>
        Names.Sample(names =>
        {
            var labels = MapLabels.Place(names).OfType<Label>().ToList();
            for (var level = 0; level < MapLabels.Levels; level++)
            {
                var read = labels.Where(l => l.Level <= level).Select(l => l.Near(level)).ToList();
                for (var one = 0; one < read.Count; one++)
                    for (var other = 0; other < one; other++)
                        read[one].Overlaps(read[other]).ShouldBeFalse($"{read[one]} and {read[other]}");
            }
        });

    [Fact]
    public void A_name_stays_within_its_room_as_one_comes_nearer() =>
        Names.Sample(names => MapLabels.Place(names).OfType<Label>().ToList().ForEach(label =>
        {
            var near = label.Near(MapLabels.Levels - 1);
            near.Left.ShouldBeGreaterThanOrEqualTo(label.Left);
            near.Top.ShouldBeGreaterThanOrEqualTo(label.Top);
            (near.Left + near.Width).ShouldBeLessThanOrEqualTo(label.Left + label.Width + 1e-9);
            (near.Top + near.Height).ShouldBeLessThanOrEqualTo(label.Top + label.Height + 1e-9);
        }));

    [Fact]
    public void A_name_is_as_large_as_it_may_be_and_each_level_is_half_the_height() =>
        Names.Sample(names =>
        {
            var labels = MapLabels.Place(names);
            foreach (var (name, label) in names.Zip(labels).Where(p => p.Second is not null))
            {
                label!.Height.ShouldBe(MapLabels.Size * 1.1 / (1 << label.Level), 1e-9);
                (label.Level > 0 || name.Large).ShouldBeTrue();
            }
            if (Array.FindIndex(names, n => n.Large) is >= 0 and var first)
                labels[first]!.Level.ShouldBe(0);
        });

    [Fact]
    public void Of_two_at_one_place_the_first_stands_right_of_it_and_the_second_left()
    {
        var labels = MapLabels.Place([new(new(0, 0), 5, "Ada"), new(new(0, 0), 5, "Ben")]);

        (labels[0]!.Side, labels[1]!.Side).ShouldBe((LabelSide.Right, LabelSide.Left));
        labels[0]!.X.ShouldBe(7);
        labels[1]!.X.ShouldBe(-7, 1e-9);
    }

    [Fact]
    public void A_name_at_the_rim_stands_outside_it() =>
        MapLabels.Place([new(new(-400, 0), 5, "Ada", Outward: true), new(new(400, 0), 5, "Ben", Outward: true)]).Select(l => l!.Side).ShouldBe([LabelSide.Left, LabelSide.Right]);

    [Theory]
    [InlineData("Ada Byron", "Ada Byron")]
    [InlineData("Twenty-four letters long", "Twenty-four letters long")]
    [InlineData("The Neighbourhood Cooperative of Harbour", "The Neighbourhood Coope…")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaa 🎻🎻", "Aaaaaaaaaaaaaaaaaaaaaa…")]
    public void A_long_name_is_cut_between_letters(string name, string shown) => MapLabels.Cut(name).ShouldBe(shown);
}
