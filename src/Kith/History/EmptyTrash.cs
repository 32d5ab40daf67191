using Kith.Data;
using Kith.Data.Jobs;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.History;

/// <summary>Erases for good what has been in the trash for 30 days.</summary>
public static class EmptyTrash
{
    /// <summary>Makes it happen daily, and when the product starts.</summary>
    public static IServiceCollection AddTrash(this IServiceCollection services) => services.AddSingleton(
        new RegularTask("trash", TimeSpan.FromDays(1), (services, ct) => Handle(services.GetRequiredService<KithDb>(), services.GetRequiredService<WorkspaceClock>(), ct)));

    /// <summary>Days in the trash.</summary>
    public const int Days = 30;

    private const int Chunk = 200;

    /// <summary>Does it in the current workspace; returns how many people and organisations were erased.</summary>
    public static async Task<int> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var before = clock.Now.AddDays(-Days);
        var erased = 0;
        while (await Next(db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.TrashedAt < before), ct) is { Count: > 0 } people)
            foreach (var person in people)
                erased += await EraseForGood.Person(db, person, ct);
        while (await Next(db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => o.TrashedAt < before), ct) is { Count: > 0 } organisations)
            foreach (var organisation in organisations)
                erased += await EraseForGood.Organisation(db, organisation, ct);
        return erased;
    }

    private static Task<List<T>> Next<T>(IQueryable<T> rows, CancellationToken ct)
        where T : Row =>
        rows.AsNoTracking().OrderBy(r => r.Id).Take(Chunk).ToListAsync(ct);
}
