using Kith.Formats.Csv;

namespace Kith.Formats.LinkedIn;

/// <summary>Tells which file of an export a single CSV is, by its header and not by its name.</summary>
internal static class SingleFile
{
    private const int ShownChars = 80;

    public static ExportFile Identify(Stream file, string name, ExportLimits limits)
    {
        LinkedInFile? kind = null, nearest = null;
        CsvHeader? nearestHeader = null, first = null;
        file.Position = 0;
        CsvTable.Find(file, name, header =>
        {
            first ??= header;
            kind = Best(LinkedInFiles.All.Where(one => one.IsHeader(header) && (one.IsLike(header) || one.IsNamed(name))), header, name);
            if (nearest is null && Best(LinkedInFiles.All.Where(one => one.IsLike(header)), header, name) is { } like)
                (nearest, nearestHeader) = (like, header);
            return kind is not null;
        }, new(), limits.Rows);
        file.Position = 0;

        if (kind is not null) return new(name, kind, file.Length) { Open = () => FromStart(file) };
        if (nearest is not null) throw new FormatRefusedException("csv.column", $"{nearest.Name}: {nearest.Lacks(nearestHeader!)}");
        throw new FormatRefusedException("file.unknown",
            $"'{name}' is neither the archive LinkedIn sends (.zip) nor one of its CSV files{Begin(first)}.");
    }

    // The two recommendation files have the same columns, so there the name decides.
    private static LinkedInFile? Best(IEnumerable<LinkedInFile> kinds, CsvHeader header, string name) =>
        kinds.OrderByDescending(kind => kind.KnownColumns(header)).ThenByDescending(kind => kind.IsNamed(name)).FirstOrDefault();

    private static Stream FromStart(Stream file)
    {
        file.Position = 0;
        return file;
    }

    private static string Begin(CsvHeader? first)
    {
        if (first is null) return "";
        var text = PersonName.Undecorated(first.ToString());
        return $"; it begins with: {(text.Length > ShownChars ? text[..ShownChars] + "…" : text)}";
    }
}
