using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Sequences;

/// <summary>The small forms of the page of sequences.</summary>
public static class SequenceActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/sequences/runs/{id:guid}/stop", (Guid id, [FromForm] string? reason, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then("/sequences", async () =>
            {
                var done = await ChangeRun.Handle(new(id, reason), db, clock, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/sequences/runs/{id:guid}/away", (Guid id, [FromForm] string? until, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then("/sequences", async () =>
            {
                var done = await ChangeRun.Wait(new(id, Day(until)), db, clock, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/sequences/{id:guid}/remove", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/sequences", async () =>
            {
                var done = await SaveSequence.Remove(id, db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
    }

    /// <summary>A day as a form sends it; none where it is empty.</summary>
    internal static DateOnly? Day(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day
        : throw new RefusedException("input.date", $"\"{text}\" is not a date.");
}
