namespace Kith.Formats.VCards;

/// <summary>Values in the order of preference, else of the file.</summary>
internal sealed class Preferred<T>
{
    // Beyond, a set is faster than looking through the list.
    private const int FewValues = 16;

    private List<T>? values;
    private List<int>? ranks;
    private HashSet<T>? seen;

    public void Add(int rank, T value, bool isEmpty = false)
    {
        if (isEmpty) return;
        values ??= [];
        // Nearly all lists are in order already.
        var at = values.Count;
        while (at > 0 && ranks![at - 1] > rank) at--;
        values.Insert(at, value);
        (ranks ??= []).Insert(at, rank);
    }

    public void AddOnce(int rank, T value, bool isEmpty = false)
    {
        if (!isEmpty && !Has(value)) Add(rank, value);
    }

    public bool Any(Func<T, bool> isSuch) => values?.Exists(value => isSuch(value)) == true;

    public IReadOnlyList<T> InOrder() => values ?? (IReadOnlyList<T>)[];

    private bool Has(T value)
    {
        if (values is null || values.Count < FewValues) return values?.Contains(value) == true;
        return !(seen ??= [.. values]).Add(value);
    }
}
