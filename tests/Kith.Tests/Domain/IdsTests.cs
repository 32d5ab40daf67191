using Kith.Domain;

namespace Kith.Tests.Domain;

public sealed class IdsTests
{
    [Fact]
    public void Every_id_is_greater_than_the_one_before_even_when_the_clock_stands_still()
    {
        var clock = new Still();

        var ids = Enumerable.Range(0, 10_000).Select(_ => Ids.New(clock)).ToList();

        ids.Zip(ids.Skip(1)).ShouldAllBe(pair => pair.First.CompareTo(pair.Second) < 0);
        ids.ConvertAll(id => id.ToString()).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        ids.ShouldAllBe(id => id.Version == 7);
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    }
}
