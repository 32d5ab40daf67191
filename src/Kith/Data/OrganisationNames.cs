using Kith.Domain;
using Kith.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>Organisations found by the names a user types or pastes.</summary>
public static class OrganisationNames
{
    /// <summary>Letters of a name at most; what is longer is cut.</summary>
    public const int Longest = 200;

    /// <summary>
    /// The organisation of each name, by the folded name: known by that name or by it but for its legal form, taken out of the trash where it
    /// lies there, made where it is new. Names without a letter or digit are left out. The caller names the act and saves.
    /// </summary>
    public static async Task<Dictionary<string, Organisation>> OrganisationsNamed(this KithDb db, IEnumerable<string> names, DateTime now, CancellationToken ct)
    {
        var wanted = names.Select(n => n.Trim()).Where(n => Folding.Fold(n).Length > 0).Select(n => n.Length > Longest ? n[..Longest] : n)
            .DistinctBy(Folding.Fold).ToDictionary(Folding.Fold);
        var found = await Known(db, wanted, ct);
        foreach (var organisation in found.Values.Where(o => o.TrashedAt is not null))
            organisation.TrashedAt = null;
        foreach (var (key, name) in wanted.Where(w => !found.ContainsKey(w.Key)))
        {
            // Two spellings of one new name are one.
            var alike = found.Values.FirstOrDefault(o => db.Entry(o).State == EntityState.Added && OrganisationName.Of(o.Name).Key == OrganisationName.Of(name).Key);
            if (alike is null)
                db.Add(alike = new() { Id = db.NewId(), Name = name, NameKey = key, CreatedAt = now });
            found[key] = alike;
        }
        return found;
    }

    /// <summary>The one organisation of a name, or a refusal where the name says nothing.</summary>
    public static async Task<Organisation> OrganisationNamed(this KithDb db, string? name, DateTime now, CancellationToken ct) =>
        (await db.OrganisationsNamed([name ?? ""], now, ct)).Values.FirstOrDefault() ?? throw new RefusedException("organisation.name-missing", "Say which organisation.");

    /// <summary>
    /// The organisation of exactly that name, however it is written: taken out of the trash where it lies there, made where there is none; null where
    /// the name says nothing. The caller names the act and saves.
    /// </summary>
    public static async Task<Organisation?> OrganisationCalled(this KithDb db, string? name, DateTime now, CancellationToken ct)
    {
        var key = Folding.Fold(name);
        if (key.Length == 0)
            return null;
        var known = db.Organisations.Local.FirstOrDefault(o => o.NameKey == key)
            ?? await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).FirstOrDefaultAsync(o => o.NameKey == key, ct);
        if (known is null)
            db.Add(known = new() { Id = db.NewId(), Name = name!.Trim(), NameKey = key, CreatedAt = now });
        known.TrashedAt = null;
        return known;
    }

    private static async Task<Dictionary<string, Organisation>> Known(KithDb db, Dictionary<string, string> wanted, CancellationToken ct)
    {
        var keys = wanted.Keys.ToArray();
        var all = db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]);
        var found = await all.Where(o => keys.Contains(o.NameKey)).ToDictionaryAsync(o => o.NameKey, ct);
        if (found.Count == wanted.Count)
            return found;
        // Without the legal form names are compared in memory; the oldest of several is the one.
        var plain = new Dictionary<string, Guid>();
        foreach (var row in await all.OrderBy(o => o.CreatedAt).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(ct))
            plain.TryAdd(OrganisationName.Of(row.Name).Key, row.Id);
        var alike = wanted.Where(w => !found.ContainsKey(w.Key) && plain.ContainsKey(OrganisationName.Of(w.Value).Key)).ToDictionary(w => w.Key, w => plain[OrganisationName.Of(w.Value).Key]);
        var ids = alike.Values.Distinct().ToArray();
        var rows = ids.Length == 0 ? [] : await all.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var (key, id) in alike)
            found[key] = rows[id];
        return found;
    }
}
