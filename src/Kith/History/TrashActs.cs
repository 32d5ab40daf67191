using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.History;

/// <summary>The small forms of the trash.</summary>
public static class TrashActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/trash/{id:guid}/restore", (Guid id, [FromForm] string? returnUrl, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(returnUrl ?? "/trash", async () =>
            {
                var restored = await ShowTrash.Restore(id, db, ct);
                return new($"{restored.Name} is back", restored.Batch);
            }));
        pages.MapPost("/trash/{id:guid}/erase", (Guid id, [FromForm] string? returnUrl, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(returnUrl ?? "/trash", async () => new($"{(await EraseForGood.Handle(id, db, ct)).Name} is erased")));
    }
}
