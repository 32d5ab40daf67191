using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Impressions;

/// <summary>The small forms of the page of an impression.</summary>
public static class ImpressionActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/impressions/{id:guid}/ask", (Guid id, [FromForm] string? returnUrl, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(returnUrl ?? "/impressions", async () =>
            {
                var asked = await AskFeedback.Handle(new(id), db, clock, ct);
                return new($"{asked.Title}. Copy the address into a message of your own.", asked.Batch);
            }));
        site.MapPost("/impressions/feedback/{id:guid}/withdraw", (Guid id, [FromForm] string? returnUrl, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(returnUrl ?? "/impressions", async () =>
            {
                var done = await AskFeedback.Withdraw(id, db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
    }
}
