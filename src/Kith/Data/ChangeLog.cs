using System.Text.Json;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kith.Data;

/// <summary>Stamps every saved row with its workspace and records who changed what in which batch.</summary>
internal sealed class ChangeLog : SaveChangesInterceptor
{
    /// <summary>Columns computed from history; they are rebuilt, not undone.</summary>
    internal static readonly HashSet<string> Projected =
    [
        nameof(Person.Headline), nameof(Person.SearchText), nameof(Person.SortName), nameof(Person.LastContact), nameof(Person.Stage),
        nameof(Person.Strength), nameof(Person.DriftFrom), nameof(Person.DriftUntil), nameof(Person.NextTouch),
    ];

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is KithDb db)
            Record(db);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Record(KithDb db)
    {
        Stamp(db);
        foreach (var entry in db.ChangeTracker.Entries<Entity>().ToList())
            if (Entry(db, entry) is { } change)
                db.Add(change);
    }

    private static void Stamp(KithDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Row>().Where(e => e.State == EntityState.Added))
            if (entry.Entity.WorkspaceId == Guid.Empty)
                entry.Entity.WorkspaceId = db.WorkspaceId;
            else if (entry.Entity.WorkspaceId != db.WorkspaceId)
                throw new InvalidOperationException("A row of another workspace cannot be written from here.");
    }

    private static Change? Entry(KithDb db, EntityEntry<Entity> entry)
    {
        var (operation, before, after) = entry.State switch
        {
            EntityState.Added => (Operation.Added, null, null),
            EntityState.Deleted => (Operation.Deleted, Json(entry.Properties, p => p.OriginalValue), null),
            EntityState.Modified when Modified(entry) is { Count: > 0 } columns =>
                (Operation.Changed, Json(columns, p => p.OriginalValue), (string?)Json(columns, p => p.CurrentValue)),
            _ => ((Operation)(-1), null, null),
        };
        if (operation < 0)
            return null;
        var batch = db.OpenBatch();
        return new()
        {
            Id = db.NewId(),
            WorkspaceId = db.WorkspaceId,
            BatchId = batch.Id,
            Sequence = db.NextSequence(),
            Noun = entry.Metadata.ClrType.Name,
            RowId = entry.Entity.Id,
            PersonId = (entry.Entity as IAboutPerson)?.AboutPerson,
            Operation = operation,
            Before = before,
            After = after,
        };
    }

    private static List<PropertyEntry> Modified(EntityEntry entry) =>
        [.. entry.Properties.Where(p => p.IsModified && !Projected.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))];

    private static string Json(IEnumerable<PropertyEntry> columns, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(columns.ToDictionary(p => p.Metadata.Name, value));
}
