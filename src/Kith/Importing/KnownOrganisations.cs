using Kith.Data;
using Kith.Domain;
using Kith.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Organisations by name, so that two spellings of one name are one, with or without the legal form.</summary>
internal sealed class KnownOrganisations
{
    private readonly Dictionary<UInt128, Guid> ids = [];

    internal static async Task<KnownOrganisations> Load(KithDb db, CancellationToken ct)
    {
        var known = new KnownOrganisations();
        var rows = db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).OrderBy(o => o.CreatedAt).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            known.Add(row.Name, row.Id);
        return known;
    }

    /// <summary>The key of a name; a name without any letter is its own key.</summary>
    internal static string KeyOf(string name) => Folding.Fold(name) is { Length: > 0 } key ? key : name.Trim();

    internal Guid? Find(string name)
    {
        var written = Keys.Hash(KeyOf(name));
        if (ids.TryGetValue(written, out var id))
            return id;
        if (!ids.TryGetValue(Keys.Hash(Plain(name)), out id))
            return null;
        // Most rows of an export name an organisation that another row names in the same way.
        ids.Add(written, id);
        return id;
    }

    internal void Add(string name, Guid id)
    {
        ids.TryAdd(Keys.Hash(KeyOf(name)), id);
        ids.TryAdd(Keys.Hash(Plain(name)), id);
    }

    // A prefix keeps it apart from the names as they are written: "SA" is a name, too.
    private static string Plain(string name) => "plain:" + OrganisationName.Of(name).Key;
}
