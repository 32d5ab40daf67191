namespace Kith.Importing;

/// <summary>What a received file holds, before anything of it is taken.</summary>
/// <param name="Files">The files in it that are read.</param>
/// <param name="NewPeople">Connections nobody has a row for yet.</param>
/// <param name="KnownPeople">Connections who are here already.</param>
/// <param name="Expected">What would come of it, row by row; null where the export is too large to try it out.</param>
public sealed record ImportPreview(IReadOnlyList<PreviewFile> Files, int NewPeople, int KnownPeople, Imported? Expected)
{
    /// <summary>Of mail, what the user is asked about.</summary>
    public MailFound? Mail { get; init; }

    /// <summary>Of a table that no program we know wrote, what its columns seem to be.</summary>
    public TableFound? Table { get; init; }

    /// <summary>All rows in it.</summary>
    public int Rows => Files.Sum(f => f.Rows);

    /// <summary>All issues in it.</summary>
    public long Issues => Files.Sum(f => f.IssuesInAll);
}

/// <summary>One file in it: how much, how it begins, what cannot be read.</summary>
public sealed record PreviewFile(string File, int Rows, IReadOnlyList<PreviewRow> First, IReadOnlyList<ImportIssue> Issues, long IssuesInAll);

/// <summary>A row as a person reads it.</summary>
public sealed record PreviewRow(string Title, string? Sub, string? Side);

/// <summary>What mail shows before it is imported.</summary>
/// <param name="Own">The addresses that seem to be the user's; none where nothing tells.</param>
/// <param name="Oldest">When the oldest message was sent.</param>
/// <param name="Newest">When the newest was.</param>
public sealed record MailFound(IReadOnlyList<string> Own, DateTime? Oldest, DateTime? Newest);

/// <summary>A table whose columns the user has to look at.</summary>
/// <param name="Columns">The names in its header.</param>
/// <param name="Rows">Its first rows, cell by cell.</param>
/// <param name="Choice">What the columns are taken for.</param>
/// <param name="IsRemembered">It is what the user said of such a table before.</param>
public sealed record TableFound(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, TableColumns Choice, bool IsRemembered);
