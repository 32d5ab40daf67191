namespace Kith.Domain.Paths;

/// <summary>People, one bit each: of a million people it still fits the processor's nearest memory, where a number for each would not.</summary>
internal sealed class PersonSet(int people)
{
    private const int Bits = 64;

    private readonly ulong[] words = new ulong[(people / Bits) + 1];

    internal bool Has(int person) => ((words[person >>> 6] >> person) & 1) != 0;

    internal void Clear() => Array.Clear(words);

    /// <summary>Tells whether the person was not there before.</summary>
    internal bool Add(int person)
    {
        var isNew = !Has(person);
        words[person >>> 6] |= 1UL << person;
        return isNew;
    }
}
