using System.Linq.Expressions;
using System.Reflection;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kith.Data;

/// <summary>What a row refers to when it comes back from the log: some of that may be gone for good by then.</summary>
/// <param name="db">Where they are looked for.</param>
/// <param name="rows">The rows that are coming back, or going, as far as they are known.</param>
/// <param name="separated">People whom the same batch makes themselves again.</param>
internal sealed class References(KithDb db, IReadOnlyDictionary<Guid, Entity?> rows, IReadOnlySet<Guid> separated)
{
    private static readonly MethodInfo Property = typeof(EF).GetMethod(nameof(EF.Property))!;

    private static readonly MethodInfo AnyOther = typeof(References).GetMethod(nameof(HasTwin), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo AnyRow = typeof(References).GetMethod(nameof(Exists), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly HashSet<Guid> known = [];

    /// <summary>
    /// Lets go of what is gone; false when the row cannot be without it. A loop that was closed on a contact that is gone is open again, because
    /// nothing closes without evidence.
    /// </summary>
    internal async Task<bool> Settle(EntityEntry entry, HashSet<string> columns, CancellationToken ct)
    {
        foreach (var key in entry.Metadata.GetForeignKeys())
        {
            var column = key.Properties.SingleOrDefault(p => p.Name != nameof(Row.WorkspaceId));
            if (column is null || !columns.Contains(column.Name) || entry.Property(column).CurrentValue is not Guid id)
                continue;
            // Whoever was merged since is somebody else now, and on the row that stays behind nobody would see it.
            if (key.PrincipalEntityType.ClrType == typeof(Person) && column.Name != nameof(Person.MergedInto))
                entry.Property(column).CurrentValue = id = await Now(id, ct);
            if (await IsThere(key.PrincipalEntityType.ClrType, id, ct))
                continue;
            if (!column.IsNullable)
                return false;
            entry.Property(column).CurrentValue = null;
        }
        if (entry.Entity is Loop { State: LoopState.Closed, EvidenceId: null, Decision: null })
        {
            entry.Property(nameof(Loop.State)).CurrentValue = LoopState.Open;
            entry.Property(nameof(Loop.ClosedOn)).CurrentValue = null;
        }
        return true;
    }

    /// <summary>True when another row holds by now what only one may hold: a pair of people, a profile, the key of an imported row.</summary>
    internal async Task<bool> IsTaken(EntityEntry entry, HashSet<string> columns, CancellationToken ct)
    {
        foreach (var index in entry.Metadata.GetIndexes().Where(i => i.IsUnique))
        {
            var held = index.Properties.Where(p => p.Name != nameof(Row.WorkspaceId)).ToList();
            if (held.Any(p => columns.Contains(p.Name)) && held.All(p => entry.Property(p).CurrentValue is not null)
                && await (Task<bool>)AnyOther.MakeGenericMethod(entry.Metadata.ClrType).Invoke(null, [db, entry, held, ct])!)
                return true;
        }
        return false;
    }

    private static Task<bool> HasTwin<T>(KithDb db, EntityEntry entry, List<IProperty> held, CancellationToken ct)
        where T : Entity
    {
        var row = Expression.Parameter(typeof(T), "row");
        var id = ((Entity)entry.Entity).Id;
        var same = held.Select(p => (Expression)Expression.Equal(
            Expression.Call(Property.MakeGenericMethod(p.ClrType), row, Expression.Constant(p.Name)), Expression.Constant(entry.Property(p).CurrentValue, p.ClrType))).Aggregate(Expression.AndAlso);
        return db.Set<T>().IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Where(r => r.Id != id).AnyAsync(Expression.Lambda<Func<T, bool>>(same, row), ct);
    }

    private async Task<Guid> Now(Guid person, CancellationToken ct)
    {
        while (!separated.Contains(person)
            && await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == person).Select(p => p.MergedInto).FirstOrDefaultAsync(ct) is { } other)
            person = other;
        return person;
    }

    private async Task<bool> IsThere(Type noun, Guid id, CancellationToken ct)
    {
        if (rows.TryGetValue(id, out var row))
            return row is not null;
        if (known.Contains(id))
            return true;
        if (!await (Task<bool>)AnyRow.MakeGenericMethod(noun).Invoke(null, [db, id, ct])!)
            return false;
        known.Add(id);
        return true;
    }

    private static Task<bool> Exists<T>(KithDb db, Guid id, CancellationToken ct)
        where T : Row =>
        db.Set<T>().IgnoreQueryFilters(new[] { KithDb.TrashFilter }).AnyAsync(r => r.Id == id, ct);
}
