using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>What an import knows about a person without holding the row.</summary>
[Flags]
internal enum Mark : byte
{
    None = 0,

    /// <summary>This import brought the person in.</summary>
    New = 1,

    /// <summary>The user put the person in the trash, and there it stays.</summary>
    Trashed = 2,

    /// <summary>A row of Connections.csv in this export names the person.</summary>
    Connected = 4,

    /// <summary>This import added to the history or the facts, so the projections move.</summary>
    Moved = 8,

    /// <summary>This import added a contact by the user, or a connection: open loops may close on it.</summary>
    Answered = 16,

    /// <summary>The owner of the workspace.</summary>
    Self = 32,
}

/// <summary>
/// Everybody an export can name, by natural key: about 80 bytes a person, so that 300,000 people fit. People are referred to by their place
/// in the list.
/// </summary>
internal sealed class KnownPeople
{
    internal const int Nobody = -1;

    private readonly Dictionary<UInt128, int> places = [];
    private readonly List<Guid> ids = [];
    private readonly List<Mark> marks = [];

    internal Guid this[int person] => ids[person];

    /// <summary>Reads the keys of the workspace once.</summary>
    internal static async Task<KnownPeople> Load(KithDb db, CancellationToken ct)
    {
        var known = new KnownPeople();
        var everybody = db.People.IgnoreQueryFilters([KithDb.TrashFilter]);
        var bySlug = everybody.Where(p => p.LinkedIn != null && p.MergedInto == null).Select(p => new { p.Id, Key = p.LinkedIn!, p.TrashedAt, p.IsSelf });
        await foreach (var p in bySlug.AsAsyncEnumerable().WithCancellation(ct))
            known.Add(p.Id, p.Key, Found(p.TrashedAt, p.IsSelf));
        var bySource = db.Sources.Where(s => s.Kind == Keys.Kind)
            .Join(everybody, s => s.PersonId, p => p.Id, (s, p) => new { p.Id, s.Key, p.TrashedAt, p.IsSelf, p.LinkedIn })
            .Where(s => s.LinkedIn == null || s.Key != s.LinkedIn);
        await foreach (var p in bySource.AsAsyncEnumerable().WithCancellation(ct))
            known.Add(p.Id, p.Key, Found(p.TrashedAt, p.IsSelf));
        await known.LoadMerged(everybody, ct);
        return known;
    }

    // A profile whose row was merged is the profile of whom it was merged into.
    private async Task LoadMerged(IQueryable<Person> everybody, CancellationToken ct)
    {
        var merged = await everybody.Where(p => p.LinkedIn != null)
            .Join(everybody, p => p.MergedInto, s => (Guid?)s.Id, (p, s) => new { s.Id, Key = p.LinkedIn!, s.TrashedAt, s.IsSelf }).ToListAsync(ct);
        if (merged.Count == 0)
            return;
        // Somebody may have several places, one a key; any of them leads there.
        var byId = new Dictionary<Guid, int>();
        foreach (var (place, id) in ids.Index())
            byId.TryAdd(id, place);
        foreach (var p in merged)
            if (byId.TryGetValue(p.Id, out var place))
                places[Keys.Hash(p.Key)] = place;
            else
                byId[p.Id] = Add(p.Id, p.Key, Found(p.TrashedAt, p.IsSelf));
    }

    internal int Find(string key) => places.GetValueOrDefault(Keys.Hash(key), Nobody);

    internal int Add(Guid id, string key, Mark mark)
    {
        if (!places.TryAdd(Keys.Hash(key), ids.Count))
            return Find(key);
        ids.Add(id);
        marks.Add(mark);
        return ids.Count - 1;
    }

    /// <summary>Lets a person be found by a further key.</summary>
    internal void Alias(string key, int person) => places.TryAdd(Keys.Hash(key), person);

    internal bool Is(int person, Mark mark) => (marks[person] & mark) != 0;

    internal void Set(int person, Mark mark) => marks[person] |= mark;

    /// <summary>Everybody with all of these marks.</summary>
    internal IEnumerable<Guid> With(Mark wanted, Mark without = Mark.None)
    {
        for (var person = 0; person < ids.Count; person++)
            if ((marks[person] & wanted) == wanted && (marks[person] & without) == 0)
                yield return ids[person];
    }

    private static Mark Found(DateTime? trashedAt, bool isSelf) => (trashedAt is null ? Mark.None : Mark.Trashed) | (isSelf ? Mark.Self : Mark.None);
}
