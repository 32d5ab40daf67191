namespace Kith.Domain.Identity;

/// <summary>How well two values of one field agree, best first.</summary>
public enum Agreement : byte
{
    /// <summary>One of the two records has no such value.</summary>
    Missing,

    Same,

    /// <summary>The same in another guise: a nickname, another order, day and month exchanged, another domain.</summary>
    Variant,

    /// <summary>Given and family name stand in each other's place.</summary>
    Crossed,

    /// <summary>One slip of the pen apart.</summary>
    Close,

    /// <summary>Alike: an initial, two slips, half of the words.</summary>
    Near,

    Different
}
