using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Events;

/// <summary>The small forms of an event's page.</summary>
public static class EventActs
{
    // Of a list with many bad lines the toast names the first few; the interface tells them all.
    private const int MostTold = 3;

    /// <summary>What such a form sends.</summary>
    public sealed class Form
    {
        public string? List { get; set; }

        public bool IsWanted { get; set; }

        public string? Why { get; set; }

        public bool Remove { get; set; }
    }

    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/events/{id:guid}/list", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then($"/events/{id}#list", async () =>
            {
                var added = await AddAttendees.Handle(new(id, form.List ?? ""), db, ct);
                return new(Told(added), added.Batch);
            }));
        site.MapPost("/events/{id:guid}/list/{attendee:guid}", (Guid id, Guid attendee, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then($"/events/{id}#list", async () =>
            {
                var done = await EditAttendee.Handle(new(attendee, form.IsWanted, form.Why, form.Remove), db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/events/{id:guid}/remove", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
        {
            var to = $"/events/{id}";
            return http.Then(() => to, async () =>
            {
                var done = await EditEvent.Remove(id, db, ct);
                to = "/events";
                return new($"{done.Title}.", done.Batch);
            });
        });
    }

    private static string Told(AddAttendees.Added added)
    {
        var told = $"{added.Count} added, {added.Known} of them you know";
        if (added.Unchanged > 0)
            told += $"; {added.Unchanged} on the list already";
        foreach (var issue in added.Issues.Take(MostTold))
            told += $". Line {issue.Line}: {issue.Message}";
        return added.Issues.Count > MostTold ? $"{told}. {added.Issues.Count - MostTold} more lines were left out." : $"{told}.";
    }
}
