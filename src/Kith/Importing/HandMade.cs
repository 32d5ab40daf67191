using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>What the user changed or removed by hand, which no import touches again.</summary>
internal static class HandMade
{
    private static readonly string[] Nouns = [nameof(Person), nameof(PersonEmail), nameof(PersonPhone), nameof(PersonUrl), nameof(PersonTag), nameof(Position)];

    // Additions do not count: a second position entered by hand says nothing against the one on LinkedIn.
    internal static async Task<HashSet<(Guid Person, string Noun)>> Of(KithDb db, Guid[] ids, CancellationToken ct)
    {
        var changes = await (
            from change in db.Changes
            where change.PersonId != null && ids.Contains(change.PersonId.Value) && Nouns.Contains(change.Noun) && change.Operation != Operation.Added
            join batch in db.Batches on change.BatchId equals batch.Id
            where !batch.IsBulk && batch.UndoneAt == null && batch.Undoes == null
            select new { Person = change.PersonId!.Value, change.Noun, change.After }).ToListAsync(ct);
        // A merge moves rows about, which is no word against what they say.
        return [.. changes.Where(c => c.After?.Contains("\"PersonId\":", StringComparison.Ordinal) != true)
            .Where(c => c.Noun != nameof(Person) || c.After?.Contains("Name\"", StringComparison.Ordinal) == true).Select(c => (c.Person, c.Noun))];
    }
}
