using System.Buffers.Binary;
using Kith.Domain;
using Kith.Domain.Paths;

namespace Kith.Tests.Paths;

public sealed class TieGraphTests
{
    private static readonly TieGraph Graph = TieGraph.Build(4, [new(0, 1, 0.5f), new(1, 2, 0.25f), new(2, 0, 0.9f), new(2, 3, 1)]);

    [Fact]
    public void Of_several_ties_between_two_people_the_strongest_counts_and_none_is_to_oneself()
    {
        var graph = TieGraph.Build(3, [new(0, 1, 0.2f), new(1, 0, 0.7f), new(0, 1, 0.4f), new(2, 2, 1)]);

        (graph.People, graph.Ties).ShouldBe((3, 1));
        (graph.Degree(0), graph.Degree(1), graph.Degree(2)).ShouldBe((1, 1, 0));
        WarmPaths.Between(graph, 0, 1).ShouldHaveSingleItem().Reach.ShouldBe(0.7, 0.001);
    }

    [Theory]
    [InlineData(0, 3, 0.5f)]
    [InlineData(-1, 1, 0.5f)]
    [InlineData(0, 1, 0f)]
    [InlineData(0, 1, 1.01f)]
    [InlineData(0, 1, float.NaN)]
    public void A_tie_that_cannot_be_is_refused(int one, int other, float strength) =>
        Should.Throw<ArgumentOutOfRangeException>(() => TieGraph.Build(3, [new(one, other, strength)]));

    [Fact]
    public void The_weakest_strengths_are_kept_above_nothing() =>
        WarmPaths.Between(TieGraph.Build(2, [new(0, 1, float.Epsilon)]), 0, 1).ShouldHaveSingleItem().Reach.ShouldBe(TieCost.WeakestStrength);

    [Fact]
    public void A_graph_of_nobody_can_be_kept_too() => TieGraph.Read(TieGraph.Build(0, []).Bytes).People.ShouldBe(0);

    [Fact]
    public void A_graph_takes_less_than_eight_bytes_for_each_direction_of_a_tie_in_any_number()
    {
        var ring = Enumerable.Range(0, 1_000).SelectMany(p => Enumerable.Range(1, 10).Select(d => new Tie(p, (p + d) % 1_000, 0.5f))).ToArray();

        (TieGraph.Build(1_000, ring).Bytes.Length / 20_000.0).ShouldBeLessThan(8);
    }

    [Fact]
    public void What_was_written_to_a_file_answers_the_same()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Graph.Bytes.ToArray());

        var read = TieGraph.Read(File.ReadAllBytes(file));
        File.Delete(file);

        (read.People, read.Ties).ShouldBe((4, 4));
        WarmPaths.Between(read, 1, 3).Select(p => (string.Join(' ', p.People), p.Score)).ShouldBe(WarmPaths.Between(Graph, 1, 3).Select(p => (string.Join(' ', p.People), p.Score)));
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Graph.Bytes.Length; length++)
            Refused(Graph.Bytes[..length].ToArray());
        Refused([.. Graph.Bytes.Span, 0]);
    }

    [Fact]
    public void A_file_in_which_any_byte_was_changed_is_refused()
    {
        // The last 16 bytes of the header are kept free.
        for (var at = 0; at < Graph.Bytes.Length; at = at == 15 ? 32 : at + 1)
            foreach (var change in (byte[])[1, 0x80, 0xFF])
            {
                var bytes = Graph.Bytes.ToArray();
                bytes[at] ^= change;
                Refused(bytes);
            }
    }

    [Fact]
    public void A_file_that_claims_more_than_it_holds_is_refused()
    {
        foreach (var claim in (int[])[int.MaxValue, int.MaxValue - 1, -1, 1 << 30])
            foreach (var at in (int[])[8, 12])
            {
                var bytes = Graph.Bytes.ToArray();
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), claim);
                Refused(bytes);
            }
    }

    private static void Refused(byte[] bytes)
    {
        var refused = Should.Throw<RefusedException>(() => TieGraph.Read(bytes));
        refused.Code.ShouldBe("ties.damaged");
        refused.Message.ShouldContain("Build it again");
    }
}
