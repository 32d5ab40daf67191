using System.Collections;
using System.Globalization;

namespace Kith.Formats.VCards;

/// <summary>One parameter of a line; the bare words of 2.1 (<c>TEL;WORK:</c>) are values of TYPE, ENCODING or VALUE.</summary>
/// <param name="Name">In upper case.</param>
public sealed record VCardParameter(string Name, IReadOnlyList<string> Values);

/// <summary>The parameters of a line in their order.</summary>
public sealed class VCardParameters(IReadOnlyList<VCardParameter> items) : IReadOnlyList<VCardParameter>
{
    private const int NotPreferred = 101;

    // Cards of one program repeat few headers, which share these objects: what is worked out once serves all of them.
    private string? label;
    private int preference;

    public static VCardParameters None { get; } = new([]);

    public int Count => items.Count;

    public VCardParameter this[int index] => items[index];

    /// <summary>The first value of the first parameter of that name.</summary>
    public string? First(string name)
    {
        foreach (var item in items)
            if (item.Name == name && item.Values.Count > 0) return item.Values[0];
        return null;
    }

    /// <summary>All values of TYPE, as written.</summary>
    public IEnumerable<string> Types => items.Where(item => item.Name == "TYPE").SelectMany(item => item.Values);

    public bool HasType(string type) => Types.Contains(type, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the types say the value is for (<c>work</c>, <c>mobile</c>, <c>work fax</c>); null when they do not.</summary>
    public string? Label => (label ??= Labels.OfTypes(Types) ?? "") is { Length: > 0 } text ? text : null;

    /// <summary>1 (first choice) to 100 as PREF says (RFC 6350 §5.3), 1 for <c>TYPE=pref</c>, 101 for neither.</summary>
    public int Preference => preference > 0 ? preference : preference = FindPreference();

    public IEnumerator<VCardParameter> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The number of PREF where it is one.</summary>
    internal int? Rank =>
        int.TryParse(First("PREF"), NumberStyles.None, CultureInfo.InvariantCulture, out var pref) && pref is >= 1 and <= 100 ? pref : null;

    private int FindPreference() => Rank ?? (HasType("PREF") ? 1 : NotPreferred);
}
