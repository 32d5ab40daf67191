using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kith.App.Tests.Exporting;

/// <summary>A workspace made from the model: of every noun a few rows in which every column has a value of its own.</summary>
internal static class EveryColumn
{
    private const int RowsOfEach = 3;

    internal static async Task Fill(KithDb db, CancellationToken ct)
    {
        var count = 0;
        var ids = new Dictionary<Type, List<Guid>>();
        foreach (var noun in InOrder(db))
            for (var row = 0; row < RowsOfEach; row++)
            {
                var made = Activator.CreateInstance(noun.ClrType)!;
                var entry = db.Entry(made);
                foreach (var column in noun.GetProperties().Where(p => p.Name != nameof(Row.WorkspaceId)))
                    entry.Property(column.Name).CurrentValue = column.Name == nameof(Row.Id) ? db.NewId() : Value(db, column, ids, row, ++count);
                entry.State = EntityState.Added;
                if (!ids.TryGetValue(noun.ClrType, out var known))
                    ids[noun.ClrType] = known = [];
                known.Add(((Row)made).Id);
            }
        var workspace = await db.Workspaces.SingleAsync(w => w.Id == db.WorkspaceId, ct);
        (workspace.Name, workspace.TimeZone, workspace.Country) = ("Ada's \"other\" network", "Pacific/Auckland", "NZ");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The nouns of a workspace, each after those it refers to.</summary>
    internal static IReadOnlyList<IEntityType> InOrder(KithDb db)
    {
        var left = db.Model.GetEntityTypes().Where(t => typeof(Row).IsAssignableFrom(t.ClrType)).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(t => t.GetForeignKeys().All(k => k.PrincipalEntityType == t || !left.Contains(k.PrincipalEntityType)));
            left.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    private static object Value(KithDb db, IProperty column, Dictionary<Type, List<Guid>> ids, int row, int count)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (type == typeof(Guid))
            return column.GetContainingForeignKeys().Select(k => k.PrincipalEntityType.ClrType).FirstOrDefault(t => t != typeof(Workspace)) is { } other ? ids[other][row] : db.NewId();
        if (type == typeof(string))
            return string.Create(CultureInfo.InvariantCulture, $"{column.Name} {count} \"ä\\\t\n\u2028<b>😀 {{}}");
        if (type == typeof(byte[]))
            return new byte[] { (byte)count, 0, 255 };
        if (type == typeof(DateTime))
            return new DateTime(2029, 12, 31, 23, 59, 58, DateTimeKind.Utc).AddMilliseconds(count);
        if (type == typeof(DateOnly))
            return new DateOnly(2029, 2, 28).AddDays(count);
        if (type == typeof(bool))
            return true;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        return Convert.ChangeType(type == typeof(double) ? count + 0.1 : count, type, CultureInfo.InvariantCulture);
    }
}
