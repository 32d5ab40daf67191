using System.Text.Json;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data.Jobs;

/// <summary>
/// The outbox table as a queue: a job is inserted in the transaction that causes it and claimed by one statement, with a lease. A worker that
/// dies loses its lease, and the job runs again.
/// </summary>
public static class JobTable
{
    /// <summary>Runs after which a job is given up.</summary>
    public const int MostAttempts = 5;

    // SQLite has one writer: a renewal would wait for the job that it renews. Its one process frees what it held when it starts again.
    private static readonly TimeSpan SqliteLease = TimeSpan.FromHours(6);

    /// <summary>How long a worker holds a job without renewing it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Adds a job to what the caller is about to save; ring the bell after the commit.</summary>
    public static void Enqueue<T>(this KithDb db, string kind, T payload) => db.Outbox.Add(new()
    {
        Id = db.NewId(),
        WorkspaceId = db.WorkspaceId,
        Kind = kind,
        Payload = JsonSerializer.Serialize(payload),
        Due = db.Clock.GetUtcNow().UtcDateTime,
    });

    /// <summary>The payload of a job.</summary>
    public static T Read<T>(this OutboxItem job) => JsonSerializer.Deserialize<T>(job.Payload)!;

    /// <summary>Takes the next job that is due and not held by another worker; null when there is none.</summary>
    internal static async Task<OutboxItem?> Claim(KithDb db, CancellationToken ct)
    {
        var isSqlite = db.Database.IsSqlite();
        var now = Milliseconds(db.Clock.GetUtcNow().UtcDateTime);
        var until = now + (long)(isSqlite ? SqliteLease : Lease).TotalMilliseconds;
        var claimed = isSqlite
            ? db.Outbox.FromSql($"""
                UPDATE outbox SET locked_until = {until}, attempts = attempts + 1
                WHERE id = (SELECT id FROM outbox WHERE done_at IS NULL AND due <= {now} AND (locked_until IS NULL OR locked_until <= {now})
                            ORDER BY due LIMIT 1) RETURNING *
                """)
            : db.Outbox.FromSql($"""
                UPDATE outbox SET locked_until = {until}, attempts = attempts + 1
                WHERE id = (SELECT id FROM outbox WHERE done_at IS NULL AND due <= {now} AND (locked_until IS NULL OR locked_until <= {now})
                            ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *
                """);
        return (await claimed.AsNoTracking().ToListAsync(ct)).SingleOrDefault();
    }

    internal static Task Finish(KithDb db, OutboxItem job, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        return db.Outbox.Where(o => o.Id == job.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.DoneAt, now).SetProperty(x => x.LockedUntil, (DateTime?)null).SetProperty(x => x.Error, (string?)null), ct);
    }

    /// <summary>Puts a failed job back, later each time; a job that failed too often is done with its error kept.</summary>
    internal static Task Fail(KithDb db, OutboxItem job, string error, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var due = now + TimeSpan.FromSeconds(Math.Pow(4, job.Attempts));
        DateTime? done = job.Attempts >= MostAttempts ? now : null;
        return db.Outbox.Where(o => o.Id == job.Id).ExecuteUpdateAsync(
            o => o.SetProperty(x => x.Due, due).SetProperty(x => x.DoneAt, done).SetProperty(x => x.LockedUntil, (DateTime?)null).SetProperty(x => x.Error, error), ct);
    }

    internal static Task Renew(KithDb db, OutboxItem job, CancellationToken ct)
    {
        DateTime? until = db.Clock.GetUtcNow().UtcDateTime + Lease;
        return db.Outbox.Where(o => o.Id == job.Id && o.DoneAt == null).ExecuteUpdateAsync(o => o.SetProperty(x => x.LockedUntil, until), ct);
    }

    /// <summary>Frees what a process that is gone held; only where no other process can be working.</summary>
    internal static Task Free(KithDb db, CancellationToken ct) =>
        db.Outbox.Where(o => o.DoneAt == null && o.LockedUntil != null).ExecuteUpdateAsync(o => o.SetProperty(x => x.LockedUntil, (DateTime?)null), ct);

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
