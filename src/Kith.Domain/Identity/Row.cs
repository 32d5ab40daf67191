using System.Runtime.InteropServices;

namespace Kith.Domain.Identity;

/// <summary>The values of one record, column by column.</summary>
internal sealed class Row(List<Value>?[] values)
{
    internal Value? First(int column) => values[column]?[0];

    internal ReadOnlySpan<Value> More(int column) => values[column] is { Count: > 1 } all ? CollectionsMarshal.AsSpan(all)[1..] : [];

    internal ReadOnlySpan<Value> All(int column) => CollectionsMarshal.AsSpan(values[column]);
}
