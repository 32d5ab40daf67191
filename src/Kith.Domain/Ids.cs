namespace Kith.Domain;

/// <summary>Makes the identifiers of all rows.</summary>
public static class Ids
{
    /// <summary>A version-7 identifier (RFC 9562 §5.7): sorts by the time it was made.</summary>
    public static Guid New(TimeProvider clock)
    {
#pragma warning disable RS0030 // The one place where identifiers are made.
        return Guid.CreateVersion7(clock.GetUtcNow());
#pragma warning restore RS0030
    }
}
