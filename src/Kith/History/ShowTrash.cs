using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.History;

/// <summary>Shows what is in the trash, and takes things out of it.</summary>
public static class ShowTrash
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A person or an organisation in the trash, and the day it is erased.</summary>
    public sealed record Item(Guid Id, string Name, string? About, bool IsOrganisation, DateTime TrashedAt, DateOnly ErasedOn);

    /// <summary>One page of the trash.</summary>
    public sealed record Shown(IReadOnlyList<Item> Items, int Page, int Total);

    /// <summary>What was taken out, and the batch that undo takes back.</summary>
    public sealed record Restored(string Name, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/trash", (int? page, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(page, db, clock, ct)).WithSummary("Show the trash");
        api.MapPost("/trash/{id:guid}/restore", Restore).WithSummary("Take something out of the trash");
    }

    public static async Task<Shown> Handle(int? page, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var at = Math.Clamp(page ?? 1, 1, 1_000_000);
        var all = db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.TrashedAt != null)
            .Select(p => new { p.Id, Name = p.FullName, About = p.Headline, IsOrganisation = false, p.TrashedAt })
            .Concat(db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => o.TrashedAt != null)
                .Select(o => new { o.Id, o.Name, About = o.Industry, IsOrganisation = true, o.TrashedAt }));
        var items = await all.OrderByDescending(i => i.TrashedAt).ThenBy(i => i.Id).Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(
            [.. items.Select(i => new Item(i.Id, i.Name, i.About, i.IsOrganisation, clock.Local(i.TrashedAt!.Value), clock.DayOf(i.TrashedAt.Value).AddDays(EmptyTrash.Days)))],
            at,
            await all.CountAsync(ct));
    }

    /// <summary>Takes a person or an organisation out of the trash.</summary>
    public static async Task<Restored> Restore(Guid id, KithDb db, CancellationToken ct)
    {
        var person = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).FirstOrDefaultAsync(p => p.Id == id && p.TrashedAt != null, ct);
        var organisation = person is not null ? null
            : await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).FirstOrDefaultAsync(o => o.Id == id && o.TrashedAt != null, ct);
        var thing = (ITrashable?)person ?? organisation ?? throw new RefusedException("trash.unknown", "That is not in the trash.");
        var name = person?.FullName ?? organisation!.Name;
        db.Act($"Took {name} out of the trash");
        thing.TrashedAt = null;
        await db.SaveChangesAsync(ct);
        return new(name, db.LastBatch);
    }
}
