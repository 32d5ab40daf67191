using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Research;

/// <summary>The small forms of an organisation's page.</summary>
public static class OrganisationActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder pages) =>
        pages.MapPost("/organisations/{id:guid}/trash", ([FromForm] string? returnUrl, Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(returnUrl ?? "/organisations", async () => new("Moved to the trash", (await EditOrganisation.Trash(id, db, ct)).Batch)));
}
