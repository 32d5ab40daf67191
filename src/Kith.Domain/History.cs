namespace Kith.Domain;

/// <summary>One act of a user or an import: what undo takes back as a whole.</summary>
public sealed class Batch : Row
{
    /// <summary>What was done, as the user would say it: "Logged a call with Ana Kovač".</summary>
    public required string Title { get; set; }

    /// <summary>Who did it: an account name, <c>command line</c> or <c>import</c>.</summary>
    public required string Who { get; init; }

    /// <summary>When it was done (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>True when its new rows carry its id instead of being logged one by one.</summary>
    public bool IsBulk { get; init; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>The batch this one takes back.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>The batch this one belongs to and is taken back with: an import, for what it left to decide.</summary>
    public Guid? PartOf { get; init; }
}

/// <summary>What happened to a row.</summary>
public enum Operation
{
    Added,
    Changed,
    Deleted,
}

/// <summary>One line of the change log: which batch did what to which row.</summary>
public sealed class Change : Row
{
    /// <summary>The batch it belongs to.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Place within the batch, from 0.</summary>
    public required int Sequence { get; init; }

    /// <summary>Name of the noun: <c>Person</c>, <c>Loop</c>.</summary>
    public required string Noun { get; init; }

    public required Guid RowId { get; init; }

    public Guid? PersonId { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>JSON object of the changed columns before; all columns for a deletion; null for an addition.</summary>
    public string? Before { get; init; }

    /// <summary>JSON object of the changed columns after; null for a deletion and for an addition.</summary>
    public string? After { get; init; }
}

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    Received,
    Queued,
    Running,
    Done,
    Failed,
}

/// <summary>One file on its way in: received, looked at, imported as one batch.</summary>
public sealed class ImportRun : Row
{
    /// <summary>The name the user's file had; for display only, never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Bytes received.</summary>
    public required long Bytes { get; init; }

    public required string Kind { get; set; }

    public ImportState State { get; set; }

    public required DateTime ReceivedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>The batch that holds what it brought in.</summary>
    public Guid? ImportBatchId { get; set; }

    /// <summary>JSON of what the user decided about the file.</summary>
    public string? Options { get; set; }

    /// <summary>JSON of what was found or done: files, counts, issues.</summary>
    public string? Report { get; set; }

    /// <summary>Why it failed, as a sentence for the user.</summary>
    public string? Failure { get; set; }
}

/// <summary>Work that a transaction caused and that is done after it: queue and outbox in one table.</summary>
public sealed class OutboxItem
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>Names the handler: <c>import.run</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON handed to the handler.</summary>
    public required string Payload { get; init; }

    /// <summary>Not before this time (UTC).</summary>
    public required DateTime Due { get; set; }

    public int Attempts { get; set; }

    /// <summary>The lease of the worker that has it (UTC); free again after this.</summary>
    public DateTime? LockedUntil { get; set; }

    public DateTime? DoneAt { get; set; }

    /// <summary>The last failure, for <c>kith doctor</c>.</summary>
    public string? Error { get; set; }
}
