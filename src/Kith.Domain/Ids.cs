using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Kith.Domain;

/// <summary>Makes the identifiers of all rows.</summary>
public static class Ids
{
    private const int CountersPerMillisecond = 4096;

    private static readonly ConditionalWeakTable<TimeProvider, Last> LastOf = [];

    /// <summary>
    /// A version-7 identifier (RFC 9562 §5.7) that is greater than every one made before with the same clock: a counter stands in the 12 bits
    /// after the time (§6.2, method 1), so that "later" can be told by comparing ids.
    /// </summary>
    public static Guid New(TimeProvider clock)
    {
        var (milliseconds, counter) = LastOf.GetValue(clock, _ => new()).Next(clock.GetUtcNow().ToUnixTimeMilliseconds());
#pragma warning disable RS0030 // The one place where identifiers are made.
        var random = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
#pragma warning restore RS0030
        Span<byte> bytes = stackalloc byte[16];
        random.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | counter));
        return new(bytes, bigEndian: true);
    }

    private sealed class Last
    {
        private readonly Lock gate = new();
        private long milliseconds;
        private int counter;

        // A clock that stands still or is set back goes on counting from the last id.
        internal (long Milliseconds, int Counter) Next(long now)
        {
            lock (gate)
            {
                if (now > milliseconds)
                    (milliseconds, counter) = (now, 0);
                else if (++counter == CountersPerMillisecond)
                    (milliseconds, counter) = (milliseconds + 1, 0);
                return (milliseconds, counter);
            }
        }
    }
}
