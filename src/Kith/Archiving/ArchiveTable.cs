using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.Sealed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kith.Archiving;

/// <summary>One noun in the archive: its rows, ordered by id, in a file of JSON lines named like its table.</summary>
internal abstract class ArchiveTable(IReadOnlyEntityType noun)
{
    /// <summary>Rows held in memory at a time.</summary>
    protected const int Chunk = 2_000;

    /// <summary>The noun in the model.</summary>
    internal IReadOnlyEntityType Noun => noun;

    internal ArchiveLines Lines { get; } = new($"{noun.GetTableName()}.jsonl", noun);

    /// <summary>
    /// Every noun of the model that stands in a workspace, each after those it refers to. A noun or a column that is added tomorrow is in the
    /// archive without a change here.
    /// </summary>
    internal static IReadOnlyList<ArchiveTable> All(IReadOnlyModel model)
    {
        var nouns = model.GetEntityTypes().Where(t => typeof(Row).IsAssignableFrom(t.ClrType)).OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<IReadOnlyEntityType>();
        while (ordered.Count < nouns.Count)
            ordered.Add(nouns.First(n => !ordered.Contains(n) && Parents(n).All(p => ordered.Contains(p) || p == n)));
        return [.. ordered.Select(n => (ArchiveTable)Activator.CreateInstance(typeof(ArchiveTable<>).MakeGenericType(n.ClrType), n)!)];

        IEnumerable<IReadOnlyEntityType> Parents(IReadOnlyEntityType child) => child.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(nouns.Contains);
    }

    /// <summary>Writes all rows of the workspace, what is in the trash included.</summary>
    internal abstract Task Write(KithDb db, Stream output, CancellationToken ct);

    /// <summary>Inserts the rows of a file; a row that cannot be is refused by its line.</summary>
    internal abstract Task Read(KithDb db, Stream input, Action<int> told, CancellationToken ct);
}

/// <inheritdoc/>
internal sealed class ArchiveTable<T>(IReadOnlyEntityType noun) : ArchiveTable(noun)
    where T : Row
{
    private const int Buffered = 1 << 16;

    /// <inheritdoc/>
    internal override async Task Write(KithDb db, Stream output, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(Buffered);
        await using var json = new Utf8JsonWriter(buffer, new() { Encoder = ArchiveFormat.Json.Encoder });
        var after = Guid.Empty;
        while (true)
        {
            var rows = await Rows(db).Where(r => r.Id > after).OrderBy(r => r.Id).Take(Chunk).ToListAsync(ct);
            foreach (var row in rows)
            {
                Lines.Write(buffer, json, row);
                if (buffer.WrittenCount < Buffered)
                    continue;
                await output.WriteAsync(buffer.WrittenMemory, ct);
                buffer.ResetWrittenCount();
            }
            if (rows.Count < Chunk)
                break;
            after = rows[^1].Id;
        }
        await output.WriteAsync(buffer.WrittenMemory, ct);
    }

    /// <inheritdoc/>
    internal override async Task Read(KithDb db, Stream input, Action<int> told, CancellationToken ct)
    {
        var rows = new List<(int Line, T Row)>(Chunk);
        var last = Guid.Empty;
        foreach (var (line, text) in JsonLines.Read(input, Lines.File))
        {
            // The initialisers of the noun run, so that a field which is absent has the value a new row has.
            var row = Activator.CreateInstance<T>();
            Lines.Read(text.Span, line, row);
            if (CompareInOrder(row.Id, last) <= 0)
                throw Lines.Refuse(line, "id", "the rows are not in the order of their ids, each of which is there once.");
            last = row.Id;
            rows.Add((line, row));
            if (rows.Count < Chunk)
                continue;
            await Insert(db, rows, ct);
            told(rows.Count);
            rows.Clear();
        }
        await Insert(db, rows, ct);
        told(rows.Count);
    }

    // Imports that have not ended are work on files of this installation, not data.
    private static IQueryable<T> Rows(KithDb db)
    {
        var all = db.Set<T>().AsNoTracking().IgnoreQueryFilters([KithDb.TrashFilter]);
        return all is IQueryable<ImportRun> runs ? (IQueryable<T>)runs.Where(i => i.State == ImportState.Done || i.State == ImportState.Failed) : all;
    }

    // As both databases order them: by their bytes as they are written.
    private static int CompareInOrder(Guid one, Guid other) => string.CompareOrdinal(one.ToString("N"), other.ToString("N"));

    private async Task Insert(KithDb db, List<(int Line, T Row)> rows, CancellationToken ct)
    {
        const string Before = "archive_rows";
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Before, ct);
        try
        {
            await db.Insert([.. rows.Select(r => r.Row)], ct);
        }
        catch (DbException)
        {
            await transaction.RollbackToSavepointAsync(Before, ct);
            await ArchiveFaults.Find(db, this, rows, ct);
            throw;
        }
        await transaction.ReleaseSavepointAsync(Before, ct);
    }
}
