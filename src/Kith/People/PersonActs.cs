using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Kith.People;

/// <summary>The small forms of a person's page: each does one thing and leads back.</summary>
public static class PersonActs
{
    /// <summary>What such a form sends.</summary>
    public sealed class Form
    {
        public string? Act { get; set; }

        public string? ReturnUrl { get; set; }

        public string? Reason { get; set; }

        public string? What { get; set; }

        public string? Until { get; set; }

        public int? Days { get; set; }

        public LoopKind? Kind { get; set; }

        public Channel? Channel { get; set; }
    }

    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/people/{id:guid}/loops", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? $"/people/{id}", () => Open(id, form, db, clock, ct)));
        pages.MapPost("/people/{id:guid}/loops/{loop:guid}", (Guid id, Guid loop, [FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? $"/people/{id}", () => Move(id, loop, form, db, clock, ct)));
        pages.MapPost("/people/{id:guid}/cadence", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? $"/people/{id}", () => Cadence(id, form, db, ct)));
        pages.MapPost("/people/{id:guid}/trash", (Guid id, [FromForm] string? returnUrl, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then(returnUrl ?? "/people", async () => new("Moved to the trash", (await TrashPeople.Handle(new([id]), db, clock, ct)).Batch)));
    }

    private static async Task<Toast> Open(Guid person, Form form, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var opened = await OpenLoop.Handle(new(person, form.Kind ?? LoopKind.PromiseByMe, form.What, Day(form.Until)), db, clock, ct);
        return new("Noted", opened.Batch);
    }

    private static async Task<Toast> Move(Guid person, Guid loop, Form form, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        switch (form.Act)
        {
            case "later":
                var until = Day(form.Until) ?? clock.Today.AddDays(form.Days ?? 1);
                return new($"Comes back {RelativeDate.Say(until, clock.Today)}", (await SnoozeLoop.Handle(new(loop, until), db, clock, ct)).Batch);
            case "kept":
                return new("Closed", (await CloseLoop.Handle(new(loop, CloseLoop.Kept), db, clock, ct)).Batch);
            case "let-go":
                return new("Let go", (await CloseLoop.Handle(new(loop, form.Reason), db, clock, ct)).Batch);
            case "done" when form.Channel is { } channel:
                var direction = channel is Channel.Meeting or Channel.Call ? Direction.Both : Direction.Out;
                var logged = await LogInteraction.Handle(new(person, channel, direction), db, clock, ct);
                return Words.AfterTalk(new(logged.ClosedLoops.Count == 1 ? "Logged, and the loop is closed" : $"Logged; closed {logged.ClosedLoops.Count} loops", logged.Batch), channel, direction, person, logged.Interaction);
            default:
                throw new RefusedException("loop.no-act", "Choose what to do with it.");
        }
    }

    private static async Task<Toast> Cadence(Guid person, Form form, KithDb db, CancellationToken ct)
    {
        var changed = await SetCadence.Handle(new([person], form.Days), db, ct);
        return new(changed.Count == 0 ? "That was the rhythm already" : form.Days is null or 0 ? "No reminders for this person" : Cadences.Say(form.Days), changed.Batch);
    }

    private static DateOnly? Day(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException("input.date", $"\"{text}\" is not a date.");
}
