using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Landing;

/// <summary>The small forms of the page of the landing ritual.</summary>
public static class LandingActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/landing/thanks", ([FromForm] Guid opportunity, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) => http.Then(Page(opportunity, "chain"), async () =>
        {
            var done = await CloseSearch.Thank(new(opportunity), db, clock, ct);
            return new($"{done.Title}.", done.Batch);
        }));
        site.MapPost("/landing/cadences", ([FromForm] Guid opportunity, HttpContext http, KithDb db, CancellationToken ct) => http.Then(Page(opportunity, "keep"), async () =>
        {
            var done = await CloseSearch.Keep(new([.. http.Request.Form["keep"].OfType<string>().Select(Read)]), db, ct);
            return new($"{done.Title}.", done.Batch);
        }));
        site.MapPost("/landing/checks", ([FromForm] Guid opportunity, [FromForm] int day, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) => http.Then(Page(opportunity, "checks"), async () =>
        {
            var done = await CloseSearch.Check(new(opportunity, day, RatingFields.Read(http.Request.Form)), db, clock, ct);
            return done.Batch is null ? new("Nothing changed.") : new($"{done.Title}.", done.Batch);
        }));
    }

    private static string Page(Guid opportunity, string part) => $"/landing?opportunity={opportunity}#{part}";

    // "ID:90", as the check boxes send it.
    private static CloseSearch.Cadence Read(string field) => field.Split(':') is [var id, var days] && Guid.TryParse(id, out var person) && int.TryParse(days, out var period)
        ? new(person, period)
        : throw new RefusedException("input.invalid", "That choice could not be read; reload the page and try again.");
}
