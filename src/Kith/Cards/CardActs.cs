using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Cards;

/// <summary>The small forms of the pages of cards.</summary>
public static class CardActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/cards/{id:guid}/withdraw", (Guid id, [FromForm] bool withdrawn, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then($"/cards/{id}", async () =>
            {
                var done = await SaveCard.Withdraw(id, withdrawn, db, clock, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/cards/replies", ([FromForm] Guid reply, [FromForm] bool? accept, [FromForm] bool? other, [FromForm] Guid? person, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then("/cards", async () =>
            {
                var done = await AnswerReply.Handle(new(reply, accept == true || other == true, person, other == true), db, clock, ct);
                return done.Person is { } who ? new($"{done.Title}.", done.Batch, $"/people/{who}", "Open") : new($"{done.Title}.", done.Batch);
            }));
    }
}
