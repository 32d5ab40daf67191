namespace Kith.Importing;

/// <summary>What a received file holds, before anything of it is taken.</summary>
/// <param name="Files">The files in it that are read.</param>
/// <param name="NewPeople">Connections nobody has a row for yet.</param>
/// <param name="KnownPeople">Connections who are here already.</param>
/// <param name="Expected">What would come of it, row by row; null where the export is too large to try it out.</param>
public sealed record ImportPreview(IReadOnlyList<PreviewFile> Files, int NewPeople, int KnownPeople, Imported? Expected)
{
    /// <summary>All rows in it.</summary>
    public int Rows => Files.Sum(f => f.Rows);

    /// <summary>All issues in it.</summary>
    public long Issues => Files.Sum(f => f.IssuesInAll);
}

/// <summary>One file in it: how much, how it begins, what cannot be read.</summary>
public sealed record PreviewFile(string File, int Rows, IReadOnlyList<PreviewRow> First, IReadOnlyList<ImportIssue> Issues, long IssuesInAll);

/// <summary>A row as a person reads it.</summary>
public sealed record PreviewRow(string Title, string? Sub, string? Side);
