using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Organisations by folded name, so that two spellings of one name are one.</summary>
internal sealed class KnownOrganisations
{
    private readonly Dictionary<UInt128, Guid> ids = [];

    internal static async Task<KnownOrganisations> Load(KithDb db, CancellationToken ct)
    {
        var known = new KnownOrganisations();
        var rows = db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Select(o => new { o.Id, o.NameKey });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            known.ids.TryAdd(Keys.Hash(row.NameKey), row.Id);
        return known;
    }

    /// <summary>The key of a name; a name without any letter is its own key.</summary>
    internal static string KeyOf(string name) => Folding.Fold(name) is { Length: > 0 } key ? key : name.Trim();

    internal Guid? Find(string name) => ids.TryGetValue(Keys.Hash(KeyOf(name)), out var id) ? id : null;

    internal void Add(string name, Guid id) => ids.Add(Keys.Hash(KeyOf(name)), id);
}
