namespace Kith.Importing;

/// <summary>What an import brought in. It is the <c>--json</c> document of <c>kith import</c>.</summary>
/// <param name="Batch">What undo takes back; null when nothing changed, and after a dry run.</param>
/// <param name="Files">The files that were read, in the order of reading.</param>
/// <param name="People">New people.</param>
/// <param name="Organisations">New organisations.</param>
/// <param name="Interactions">New interactions.</param>
/// <param name="Exchanges">New exchanges.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Imported(
    Guid? Batch, IReadOnlyList<ImportedFile> Files, int People, int Organisations, int Interactions, int Exchanges, double Seconds)
{
    /// <summary>Rows that brought in something new.</summary>
    public int Added => Files.Sum(f => f.Added);

    /// <summary>Rows that changed something that was there.</summary>
    public int Updated => Files.Sum(f => f.Updated);

    /// <summary>Rows that were there already.</summary>
    public int Unchanged => Files.Sum(f => f.Unchanged);

    /// <summary>Everything that was reported, kept or only counted.</summary>
    public long Issues => Files.Sum(f => f.IssuesInAll);
}

/// <summary>What came of one file.</summary>
/// <param name="File">Its name in the archive, or the name it was given under.</param>
/// <param name="Kind">The kind of the source: <c>linkedin</c>.</param>
/// <param name="Read">Rows that could be read.</param>
/// <param name="Added">Rows that brought in something new.</param>
/// <param name="Updated">Rows that changed something that was there.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Proposed">Rows that wait for a decision of the user.</param>
/// <param name="Issues">The first issues; codes that begin with <c>skipped.</c> are left out on purpose and no fault of the file.</param>
/// <param name="IssuesInAll">All issues, kept or only counted.</param>
public sealed record ImportedFile(
    string File, string Kind, int Read, int Added, int Updated, int Unchanged, int Proposed, IReadOnlyList<ImportIssue> Issues, long IssuesInAll);

/// <summary>One thing that was not taken as it stands.</summary>
/// <param name="Line">The line in the file; 0 when the whole file is meant.</param>
/// <param name="Code">Stable, dotted: <c>date.invalid</c>.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record ImportIssue(int Line, string Code, string Message);

/// <summary>How far a running import is.</summary>
/// <param name="File">The file it is at.</param>
/// <param name="Rows">Rows done, over all files.</param>
/// <param name="Bytes">Bytes done, unpacked, over all files.</param>
/// <param name="TotalBytes">Bytes of all files.</param>
public sealed record ImportProgress(string File, long Rows, long Bytes, long TotalBytes);
