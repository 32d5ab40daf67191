using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>Somebody a name could mean.</summary>
public sealed record Named(Guid Id, string Name, string? Headline);

/// <summary>Reading a row that has to be there.</summary>
public static class Find
{
    /// <summary>The row with that id in the current workspace, or a refusal that names the noun.</summary>
    public static async Task<T> OrRefuse<T>(this IQueryable<T> rows, Guid id, CancellationToken ct)
        where T : Row =>
        await rows.FirstOrDefaultAsync(r => r.Id == id, ct)
        ?? throw Unknown<T>();

    /// <summary>The people whose name is exactly that one, however it is written; at most eight, the user never among them.</summary>
    public static async Task<IReadOnlyList<Named>> PeopleNamed(this KithDb db, string? name, CancellationToken ct)
    {
        var folded = Folding.Fold(name);
        if (folded.Length == 0)
            return [];
        var found = await db.PeopleMatching(folded).AsNoTracking().Where(p => !p.IsSelf).OrderBy(p => p.SortName).ThenBy(p => p.Id)
            .Take(200).Select(p => new Named(p.Id, p.FullName, p.Headline)).ToListAsync(ct);
        return [.. found.Where(p => Folding.Fold(p.Name) == folded).Take(8)];
    }

    /// <summary>The refusal for a row that is not there.</summary>
    public static RefusedException Unknown<T>() =>
        new($"{typeof(T).Name.ToLowerInvariant()}.unknown", $"There is no such {typeof(T).Name.ToLowerInvariant()} here; it may be in the trash.");
}
