namespace Kith.Formats.Csv;

/// <summary>One row of a delimited file and the physical line it starts on.</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields)
{
    /// <summary>The field at the index, or empty where the file has no such column.</summary>
    public string this[int index] => index >= 0 && index < Fields.Count ? Fields[index] : "";

    internal bool IsBlankFrom(int index)
    {
        for (var i = index; i < Fields.Count; i++)
            if (!string.IsNullOrWhiteSpace(Fields[i])) return false;
        return true;
    }
}
