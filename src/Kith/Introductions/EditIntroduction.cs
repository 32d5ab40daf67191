using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Introductions;

/// <summary>Changes the reason and the text to pass on; and the small forms of the pages of introductions.</summary>
public static class EditIntroduction
{
    /// <summary>The texts as they are to be.</summary>
    public sealed record Command(
        Guid Introduction,
        [property: StringLength(1000, ErrorMessage = "The reason has at most 1,000 characters.")] string? Why,
        [property: StringLength(2000, ErrorMessage = "The text to pass on has at most 2,000 characters.")] string? Blurb);

    /// <summary>The introduction and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Introduction, Guid? Batch);

    /// <summary>What the forms send.</summary>
    public sealed class Form
    {
        public Guid Connector { get; set; }

        public Guid? Other { get; set; }

        public IntroductionState To { get; set; }

        public Channel? Channel { get; set; }

        public DateOnly? On { get; set; }

        public string? Note { get; set; }

        public string? Why { get; set; }

        public string? Blurb { get; set; }
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/introductions", Handle).WithSummary("Change the texts of an introduction");

    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        // From a warm path in one step: the request is drafted and shown, ready to be sent.
        site.MapPost("/introductions", async ([FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        {
            var to = "/introductions";
            return await http.Then(() => to, async () =>
            {
                var asked = await RequestIntroduction.Handle(new(form.Connector, form.Other), db, clock, ct);
                to = $"/introductions/{asked.Introduction}";
                return new(asked.Title, asked.Batch);
            });
        });
        site.MapPost("/introductions/{id:guid}/step", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then($"/introductions/{id}", async () =>
            {
                var done = await AdvanceIntroduction.Handle(new(id, form.To, form.On, form.Channel, form.Note), db, clock, ct);
                return new(done.Title, done.Batch);
            }));
        site.MapPost("/introductions/{id:guid}/texts", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then($"/introductions/{id}", async () => new("Saved", (await Handle(new(id, form.Why, form.Blurb), db, ct)).Batch)));
    }

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var asked = await db.Introductions.OrRefuse(command.Introduction, ct);
        db.Act("Changed the words of an introduction");
        (asked.Why, asked.Blurb) = (Said(command.Why), Said(command.Blurb));
        await db.SaveChangesAsync(ct);
        return new(asked.Id, db.LastBatch);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
