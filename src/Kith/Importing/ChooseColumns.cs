using Kith.Data;
using Kith.Domain;

namespace Kith.Importing;

/// <summary>What the columns of a table are where the user names some of them; the others stay as remembered or guessed.</summary>
public static class ChooseColumns
{
    /// <summary>The columns, or null where nothing was said, and they are found out when the file is imported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="told">Column and field with a sign between them: <c>Full Name=full-name</c>.</param>
    /// <param name="areOpenings">The rows are openings and not people.</param>
    /// <param name="db">Remembers such tables.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<TableColumns?> Handle(string path, IReadOnlyList<string> told, bool areOpenings, KithDb db, CancellationToken ct)
    {
        if (told.Count == 0 && !areOpenings || !File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        var seen = Tables.Look(file, Path.GetFileName(path));
        var before = await Tables.Remembered(db, seen, ct) ?? Tables.Guess(seen, areOpenings);
        if (before.Openings is not null != areOpenings)
            before = Tables.Guess(seen, areOpenings);
        var words = seen.Header.Names.Where(n => n.Length > 0).Distinct().ToDictionary(n => n, before.WordOf);
        foreach (var each in told)
        {
            var at = each.LastIndexOf('=');
            var column = at > 0 ? words.Keys.FirstOrDefault(n => n.Equals(each[..at].Trim(), StringComparison.OrdinalIgnoreCase)) : null;
            words[column ?? throw new RefusedException("csv.column", $"\"{each}\" names no column of the file. Write NAME=FIELD; the columns are: {string.Join(", ", words.Keys)}.")] = each[(at + 1)..].Trim();
        }
        return TableColumns.Of(before.Layout, areOpenings, words.Select(w => (w.Key, w.Value)));
    }
}
