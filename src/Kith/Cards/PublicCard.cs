using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.Contacts;
using Kith.Formats.VCards;
using Kith.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Cards;

/// <summary>
/// The pages anybody may open who has the address of a hand-out: the card, its vCard, its photo, and the form "here is mine". They show what is on
/// the card and nothing else, and of a visit only its kind and time are kept.
/// </summary>
public static class PublicCard
{
    /// <summary>Replies of one hand-out that may wait; more are taken for a flood.</summary>
    public const int MostWaiting = 20;

    /// <summary>Replies of a workspace that may wait, over all hand-outs.</summary>
    public const int MostWaitingInAll = 200;

    private const int MostVisits = 500;
    private const int NameLetters = 200;
    private const int NoteLetters = 1000;

    // A page that is reloaded is not opened again.
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(10);

    /// <summary>What the form sends; the last field is invisible, and only programs fill it.</summary>
    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? Headline { get; set; }

        public string? Note { get; set; }

        public string? Company { get; set; }
    }

    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder site)
    {
        var open = site.MapGroup("/c/{token}").AllowAnonymous().RequireRateLimiting(SecurityLimits.Cards).ExcludeFromDescription();
        open.MapGet("", (string token, string? sent, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct) =>
            Answer(token, http, db, current, async (card, handOut) =>
            {
                await Visit(handOut, VisitKind.Opened, http, db, ct);
                return Page(card, token, sent is not null, null);
            }, ct));
        open.MapGet("/vcard", (string token, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct) =>
            Answer(token, http, db, current, async (card, handOut) =>
            {
                await Visit(handOut, VisitKind.Saved, http, db, ct);
                using var file = new MemoryStream();
                VCardWriter.Write(Record(card), VCardVersion.V3, file);
                return Results.File(file.ToArray(), "text/vcard; charset=utf-8", "card.vcf");
            }, ct));
        open.MapGet("/photo", (string token, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct) =>
            Answer(token, http, db, current, (card, _) => Task.FromResult(card.Photo is { } photo ? Results.File(photo, card.PhotoType) : Results.NotFound()), ct));
        // It changes nothing of whoever is signed in, so it needs no proof of a page of ours.
        open.MapPost("", (string token, [FromForm] Form form, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct) =>
            Answer(token, http, db, current, (card, handOut) => Reply(card, handOut, token, form, http, db, ct), ct)).DisableAntiforgery();
    }

    private static async Task<IResult> Answer(string token, HttpContext http, KithDb db, CurrentWorkspace current, Func<Card, HandOut, Task<IResult>> show, CancellationToken ct)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (SecretAddress.Workspace(token) is not { } id || await db.Workspaces.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } workspace)
            return Gone();
        http.Items[typeof(PublicCard)] = current.Id == id;
        current.Enter(workspace, "card");
        var found = await (
            from handOut in db.HandOuts
            where handOut.Token == token
            join card in db.Cards on handOut.CardId equals card.Id
            where card.WithdrawnAt == null
            select new { card, handOut }).AsNoTracking().FirstOrDefaultAsync(ct);
        return found is null ? Gone() : await show(found.card, found.handOut);
    }

    // Never given, withdrawn and taken back look the same from outside.
    private static RazorComponentResult Gone() => new(typeof(CardDocument), new Dictionary<string, object?> { [nameof(CardDocument.Card)] = null }) { StatusCode = StatusCodes.Status404NotFound };

    private static RazorComponentResult Page(Card card, string token, bool sent, string? refused, Form? form = null) =>
        new(typeof(CardDocument), new Dictionary<string, object?>
        {
            [nameof(CardDocument.Card)] = card,
            [nameof(CardDocument.Token)] = token,
            [nameof(CardDocument.Sent)] = sent,
            [nameof(CardDocument.Refused)] = refused,
            [nameof(CardDocument.Form)] = form,
        })
        { StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };

    private static async Task Visit(HandOut handOut, VisitKind kind, HttpContext http, KithDb db, CancellationToken ct)
    {
        // The owner looking at the own card, a browser that looks ahead and a program that only asks for headers are no visits.
        if (http.Items[typeof(PublicCard)] is true || HttpMethods.IsHead(http.Request.Method) || http.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
            return;
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var since = now - Same;
        if (await db.CardVisits.AnyAsync(v => v.HandOutId == handOut.Id && v.Kind == kind && v.At > since, ct) || await db.CardVisits.CountAsync(v => v.HandOutId == handOut.Id, ct) >= MostVisits)
            return;
        db.Add(new CardVisit { Id = db.NewId(), HandOutId = handOut.Id, Kind = kind, At = now });
        await db.SaveChangesAsync(ct);
    }

    private static async Task<IResult> Reply(Card card, HandOut handOut, string token, Form form, HttpContext http, KithDb db, CancellationToken ct)
    {
        if (!card.TakesReplies)
            return Gone();
        if (Wrong(form) is { } refused)
            return Page(card, token, false, refused, form);
        var isFlood = await db.CardReplies.CountAsync(r => r.HandOutId == handOut.Id && r.State == ReplyState.New, ct) >= MostWaiting
            || await db.CardReplies.CountAsync(r => r.State == ReplyState.New, ct) >= MostWaitingInAll;
        // To a program and to a flood it looks as if it had been taken.
        if (string.IsNullOrEmpty(form.Company) && !isFlood)
        {
            db.Act("Got a reply to your card");
            db.Add(new CardReply
            {
                Id = db.NewId(),
                HandOutId = handOut.Id,
                Name = Said(form.Name)!,
                Email = Said(form.Email),
                Phone = Said(form.Phone),
                Headline = Said(form.Headline),
                Note = Said(form.Note),
                At = db.Clock.GetUtcNow().UtcDateTime,
            });
            await db.SaveChangesAsync(ct);
            await Visit(handOut, VisitKind.WroteBack, http, db, ct);
        }
        return Results.LocalRedirect($"~/c/{token}?sent=1");
    }

    private static string? Wrong(Form form) => form switch
    {
        _ when Said(form.Name) is null => "Please give your name.",
        _ when form.Name!.Length > NameLetters || form.Email?.Length > NameLetters || form.Headline?.Length > NameLetters || form.Phone?.Length > 60 => string.Create(CultureInfo.InvariantCulture, $"A line has at most {NameLetters} characters, a number 60."),
        _ when form.Note?.Length > NoteLetters => string.Create(CultureInfo.InvariantCulture, $"A note has at most {NoteLetters} characters."),
        _ when Said(form.Email) is { } address && !address.Contains('@', StringComparison.Ordinal) => "That is no mail address.",
        _ => null,
    };

    private static ContactRecord Record(Card card) => new()
    {
        Name = new() { Full = card.FullName },
        Positions = card.Title is null && card.Organisation is null ? [] : [new(card.Organisation, card.Title)],
        Emails = card.Email is { } address ? [new(address, "work")] : [],
        Phones = card.Phone is { } number ? [new(number, "work")] : [],
        Urls = card.Website is { } site ? [new(site)] : [],
        LinkedIn = card.LinkedIn,
        Notes = card.Line,
    };

    // Without what no keyboard writes: a database may refuse it, and a page may be bent by it.
    private static string? Said(string? text)
    {
        var kept = string.Concat((text ?? "").Where(c => c == '\n' || !char.IsControl(c))).Trim();
        return kept.Length == 0 ? null : kept;
    }
}
