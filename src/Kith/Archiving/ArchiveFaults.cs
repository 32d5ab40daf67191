using System.Data.Common;
using System.Reflection;
using System.Text.Json;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kith.Archiving;

/// <summary>Finds out which row of several the database did not take, and why, so that the line and the field can be named.</summary>
internal static class ArchiveFaults
{
    private static readonly MethodInfo IsThere = typeof(ArchiveFaults).GetMethod(nameof(IsThereAny), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Tries the rows one by one, inside the caller's transaction, and refuses the first that is not taken.</summary>
    internal static async Task Find<T>(KithDb db, ArchiveTable table, IReadOnlyList<(int Line, T Row)> rows, CancellationToken ct)
        where T : Row
    {
        const string Before = "archive_row";
        var transaction = db.Database.CurrentTransaction!;
        foreach (var (line, row) in rows)
        {
            await transaction.CreateSavepointAsync(Before, ct);
            try
            {
                await db.Insert([row], ct);
            }
            catch (DbException no)
            {
                await transaction.RollbackToSavepointAsync(Before, ct);
                var (field, why) = await Reason(db, table.Noun, row, no, ct);
                throw table.Lines.Refuse(line, field, why);
            }
            await transaction.ReleaseSavepointAsync(Before, ct);
        }
    }

    private static async Task<(string? Field, string Why)> Reason(KithDb db, IReadOnlyEntityType noun, Row row, DbException no, CancellationToken ct)
    {
        foreach (var key in noun.GetForeignKeys().Where(k => typeof(Row).IsAssignableFrom(k.PrincipalEntityType.ClrType)))
        {
            var column = key.Properties.Single(p => p.Name != nameof(Row.WorkspaceId));
            var isThere = IsThere.MakeGenericMethod(key.PrincipalEntityType.ClrType);
            if (column.PropertyInfo!.GetValue(row) is Guid id && !await (Task<bool>)isThere.Invoke(null, [db, id, ct])!)
                return (Field(column), $"there is no {id} in {key.PrincipalEntityType.GetTableName()}.jsonl.");
        }
        var index = noun.GetIndexes().FirstOrDefault(i => i.IsUnique && IsMeant(i, noun, no.Message));
        return index is null ? (null, $"the database does not take it ({no.Message}).") : (Field(index.Properties[^1]), "another row has the same, and it has to be the only one.");
    }

    // SQLite names the columns of a constraint, PostgreSQL its index.
    private static bool IsMeant(IReadOnlyIndex index, IReadOnlyEntityType noun, string message) =>
        message.Contains($"\"{index.GetDatabaseName()}\"", StringComparison.Ordinal)
        || message.Contains(string.Join(", ", index.Properties.Select(p => $"{noun.GetTableName()}.{p.GetColumnName()}")) + "'", StringComparison.Ordinal);

    private static string Field(IReadOnlyProperty column) => JsonNamingPolicy.CamelCase.ConvertName(column.Name);

    private static Task<bool> IsThereAny<T>(KithDb db, Guid id, CancellationToken ct)
        where T : Row =>
        db.Set<T>().IgnoreQueryFilters([KithDb.TrashFilter]).AnyAsync(r => r.Id == id, ct);
}
