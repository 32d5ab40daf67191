using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Kith.Shared;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Opportunities;

/// <summary>The small forms of the pages of opportunities.</summary>
public static class OpportunityActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        Stages(site);
        Parts(site);
        site.MapPost("/opportunities/{id:guid}/contribution", (Guid id, [FromForm] Statement said, HttpContext http, KithDb db, CancellationToken ct) => http.Then(Page(id, "contribution"), async () =>
        {
            var proof = (said.Proof ?? "").Split(':');
            var stated = await StateContribution.Handle(
                new(id, said.Remove == "1" ? null : said.Need, Identifier(proof[0]), proof.Length > 1 ? Identifier(proof[1]) : null, said.Mission, said.Anew is null ? said.Text : null, said.NewClaim), db, ct);
            return Say(stated.Title, stated.Batch);
        }));
        site.MapPost("/opportunities/offers/rate", ([FromForm] Guid opportunity, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) => http.Then("/opportunities/offers", async () =>
        {
            var rated = await ShowOffers.Rate(new(opportunity, RatingFields.Read(http.Request.Form)), db, clock, ct);
            return rated.Batch is null ? new("Nothing changed.") : Say(rated.Title, rated.Batch);
        }));
    }

    private static void Stages(IEndpointRouteBuilder site)
    {
        site.MapPost("/opportunities/move", ([FromForm] string to, [FromForm] string? returnUrl, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        {
            var target = returnUrl;
            return http.Then(() => target ?? "/opportunities", async () =>
            {
                var parts = to.Split(':');
                if (parts.Length != 2 || Identifier(parts[0]) is not { } id || !Enum.TryParse<OpportunityState>(parts[1], out var state))
                    throw new RefusedException("input.invalid", "That move could not be read; reload the page and try again.");
                var moved = await MoveOpportunity.Handle(new(id, state), db, clock, ct);
                if (moved is not { State: OpportunityState.Accepted, Batch: not null })
                    return Say(moved.Title, moved.Batch);
                target = "/landing";
                return new($"{moved.Title}.", moved.Batch, "/goal/end?to=reached", "End the goal");
            });
        });
        site.MapPost("/opportunities/{id:guid}/dates", (Guid id, [FromForm] string? act, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) => http.Then(Page(id, "stages"), async () =>
        {
            var dates = Enum.GetValues<OpportunityState>().Select(s => (State: s, On: Day(http.Request.Form[$"{s}"]))).Where(d => d.On is not null).Select(d => new Reached(d.State, d.On!.Value)).ToList();
            var done = await MoveOpportunity.Date(new(id, dates), db, clock, ct);
            return done.Batch is null ? new("The dates are as they were.") : Say(done.Title, done.Batch);
        }));
        site.MapPost("/opportunities/{id:guid}/reopen", (Guid id, [FromForm] string? act, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) => http.Then(Page(id), async () =>
        {
            var done = await MoveOpportunity.Reopen(id, db, clock, ct);
            return Say(done.Title, done.Batch);
        }));
        site.MapPost("/opportunities/{id:guid}/close", (Guid id, [FromForm] CloseReason reason, [FromForm] string? note, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(Page(id), async () =>
            {
                var done = await CloseOpportunity.Handle(new(id, reason, note, [.. http.Request.Form["thank"].Select(Identifier).OfType<Guid>()]), db, clock, ct);
                return new($"{done.Title}.{(done.Thanks switch { 0 => "", 1 => " One thank-you is open.", var n => $" {n} thank-yous are open." })}", done.Batch);
            }));
    }

    private static void Parts(IEndpointRouteBuilder site)
    {
        site.MapPost("/opportunities/{id:guid}/people", (Guid id, [FromForm] Guid? person, [FromForm] string? name, [FromForm] DecisionRole role, [FromForm] string? remove, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(Page(id, "people"), async () =>
            {
                var done = await PlacePerson.Handle(new(id, remove is null ? role : null, person, name), db, clock, ct);
                return Say(done.Title, done.Batch);
            }));
        site.MapPost("/opportunities/{id:guid}/next", (Guid id, [FromForm] string? step, [FromForm] string? on, HttpContext http, KithDb db, CancellationToken ct) => http.Then(Page(id), async () =>
        {
            var done = await PlanNext.Handle(new(id, step, Day(on)), db, ct);
            return Say(done.Title, done.Batch);
        }));
        site.MapPost("/opportunities/{id:guid}/offer", (Guid id, [FromForm] string? terms, [FromForm] string? until, HttpContext http, KithDb db, CancellationToken ct) => http.Then(Page(id, "offer"), async () =>
        {
            var done = await PlanNext.Note(new(id, terms, Day(until)), db, ct);
            return Say(done.Title, done.Batch);
        }));
    }

    private static Toast Say(string title, Guid? batch) => new($"{title}.", batch);

    private static string Page(Guid id, string? part = null) => part is null ? $"/opportunities/{id}" : $"/opportunities/{id}#{part}";

    private static Guid? Identifier(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static DateOnly? Day(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException("input.date", $"\"{text}\" is not a date; write it as 2030-03-06.");

    /// <summary>What the form of the contribution sends; the proof is a claim, or a claim and its evidence.</summary>
    public sealed class Statement
    {
        public string? Mission { get; set; }

        public string? Need { get; set; }

        public string? Proof { get; set; }

        public string? NewClaim { get; set; }

        public string? Text { get; set; }

        public string? Anew { get; set; }

        public string? Remove { get; set; }
    }
}
