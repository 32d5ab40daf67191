using System.Numerics;

namespace Kith.Domain.Paths;

/// <summary>
/// A number for each person, all of which are forgotten at once. Every search writes its numbers above a lower floor than the search
/// before, so that what is left of earlier ones reads as larger than any number: one comparison tells both "not yet" and "not as good".
/// </summary>
internal sealed class Labels
{
    internal const int None = int.MaxValue;

    private readonly uint[] codes;
    private readonly int bits;
    private uint floor;

    /// <param name="most">The largest number that is ever written.</param>
    internal Labels(int people, int most) => (codes, bits) = (new uint[people], BitOperations.Log2((uint)most) + 1);

    /// <summary>What was written since the last time all was forgotten, or <see cref="None"/>.</summary>
    internal int this[int person]
    {
        get
        {
            var above = codes[person] - floor;
            return above >> bits == 0 ? (int)above : None;
        }
    }

    internal bool Has(int person) => (codes[person] - floor) >> bits == 0;

    internal void Forget()
    {
        if (floor == 0)
        {
            Array.Fill(codes, uint.MaxValue);
            floor = uint.MaxValue >> bits << bits;
        }
        floor -= 1U << bits;
    }

    /// <summary>Writes the number unless a number as low stands there; tells whether it did.</summary>
    internal bool Lower(int person, int number)
    {
        var code = floor + (uint)number;
        if (code >= codes[person])
            return false;
        codes[person] = code;
        return true;
    }
}
