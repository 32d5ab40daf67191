using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Contacts found in a file, waiting to be looked up by key, so that a contact that is there already is not added again.</summary>
internal sealed class FoundContacts(ImportSession session)
{
    private const int Chunk = 2_000;

    private readonly HashSet<UInt128> seen = [];
    private readonly List<Found> waiting = [];
    private readonly List<Row> rows = [];

    /// <summary>Starts a row, whose contacts follow; it is counted when they are looked up.</summary>
    internal async Task StartRow(Tally tally)
    {
        if (waiting.Count >= Chunk)
            await Flush();
        rows.Add(new(tally));
    }

    /// <summary>Adds a contact of the row that was started last.</summary>
    internal void Add(Interaction interaction, int person)
    {
        var row = rows[^1];
        row.HasContacts = true;
        // The same row may stand in a file twice, as a whole conversation does in some exports.
        if (seen.Add(Keys.Hash(interaction.SourceKey!)))
            waiting.Add(new(interaction, person, row));
    }

    internal async Task Flush()
    {
        var keys = waiting.Select(w => w.Interaction.SourceKey).ToList();
        var known = session.HasEarlierRows
            ? (await session.Db.Interactions.Where(i => i.SourceKey != null && keys.Contains(i.SourceKey)).Select(i => i.SourceKey!).ToListAsync(session.Ct)).ToHashSet()
            : [];
        foreach (var (interaction, person, row) in waiting.Where(w => !known.Contains(w.Interaction.SourceKey!)))
        {
            session.Add(interaction, person);
            row.IsNew = true;
        }
        foreach (var row in rows)
            row.Tally.Count(row.IsNew ? Came.Added : row.HasContacts ? Came.Unchanged : Came.Nothing);
        waiting.Clear();
        rows.Clear();
        await session.Staged.Flush(session.Ct);
    }

    private sealed record Found(Interaction Interaction, int Person, Row Row);

    private sealed class Row(Tally tally)
    {
        internal Tally Tally => tally;

        internal bool HasContacts { get; set; }

        internal bool IsNew { get; set; }
    }
}
