using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>Reading a row that has to be there.</summary>
public static class Find
{
    /// <summary>The row with that id in the current workspace, or a refusal that names the noun.</summary>
    public static async Task<T> OrRefuse<T>(this IQueryable<T> rows, Guid id, CancellationToken ct)
        where T : Row =>
        await rows.FirstOrDefaultAsync(r => r.Id == id, ct)
        ?? throw Unknown<T>();

    /// <summary>The refusal for a row that is not there.</summary>
    public static RefusedException Unknown<T>() =>
        new($"{typeof(T).Name.ToLowerInvariant()}.unknown", $"There is no such {typeof(T).Name.ToLowerInvariant()} here; it may be in the trash.");
}
