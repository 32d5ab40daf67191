using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>How many rows an act changed, and the batch that undo takes back; none when nothing changed.</summary>
public sealed record Changed(int Count, Guid? Batch);

/// <summary>The people that an act is for.</summary>
internal static class Chosen
{
    /// <summary>People one act can be for.</summary>
    internal const int Most = 500;

    /// <summary>The people with these ids; refuses when none is left.</summary>
    internal static async Task<IReadOnlyList<Person>> People(KithDb db, IReadOnlyList<Guid>? ids, CancellationToken ct)
    {
        var wanted = (ids ?? []).Distinct().ToArray();
        if (wanted.Length > Most)
            throw new RefusedException("people.too-many", $"At most {Most} people at once.");
        var people = await db.People.Where(p => wanted.Contains(p.Id) && !p.IsSelf).OrderBy(p => p.SortName).ToListAsync(ct);
        return people.Count > 0 ? people : throw new RefusedException("people.none-chosen", "Choose at least one person first.");
    }

    /// <summary>Their names for a batch title: one by name, several by number.</summary>
    internal static string Say(IReadOnlyList<Person> people) => people.Count == 1 ? people[0].FullName : $"{people.Count} people";

    /// <summary>Saves what was changed as one batch.</summary>
    internal static async Task<Changed> Saved(this KithDb db, int count, CancellationToken ct)
    {
        if (count > 0)
            await db.SaveChangesAsync(ct);
        return new(count, count > 0 ? db.LastBatch : null);
    }
}
