using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Impressions;

/// <summary>
/// The page behind a feedback link: who asks, two questions, nothing else. Looking at it changes nothing, as programs that preview links look too;
/// answering uses it up. Used, expired, withdrawn and never made look the same.
/// </summary>
public static class PublicFeedback
{
    /// <summary>What the form sends; the last field is invisible, and only programs fill it.</summary>
    public sealed class Form
    {
        public int? Clarity { get; set; }

        public int? Usefulness { get; set; }

        public string? Company { get; set; }
    }

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder site)
    {
        var open = site.MapGroup("/f/{token}").AllowAnonymous().RequireRateLimiting(SecurityLimits.Cards).ExcludeFromDescription();
        open.MapGet("", async (string token, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct) =>
            await Find(token, http, db, current, ct) is null ? Gone() : Page(new() { [nameof(FeedbackDocument.Token)] = token, [nameof(FeedbackDocument.Asker)] = await Asker(db, ct) }));
        // It changes nothing of whoever is signed in, so it needs no proof of a page of ours.
        open.MapPost("", async (string token, [FromForm] Form? form, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct) =>
            await Find(token, http, db, current, ct) is { } feedback ? await Answer(feedback, form ?? new(), token, db, ct) : Gone()).DisableAntiforgery();
    }

    private static async Task<Feedback?> Find(string token, HttpContext http, KithDb db, CurrentWorkspace current, CancellationToken ct)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (SecretAddress.Workspace(token) is not { } id || await db.Workspaces.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } workspace)
            return null;
        current.Enter(workspace, "feedback");
        var now = db.Clock.GetUtcNow().UtcDateTime;
        // Who is in the trash is not written to; their link rests with them.
        return await db.Feedback.AsNoTracking().FirstOrDefaultAsync(f => f.Token == token && f.AnsweredAt == null && f.ExpiresAt > now && db.People.Any(p => p.Id == f.PersonId), ct);
    }

    private static async Task<IResult> Answer(Feedback found, Form form, string token, KithDb db, CancellationToken ct)
    {
        var asker = await Asker(db, ct);
        if (form is { Clarity: null, Usefulness: null } || form.Clarity is < 1 or > Impression.Best || form.Usefulness is < 1 or > Impression.Best)
            return Page(new() { [nameof(FeedbackDocument.Token)] = token, [nameof(FeedbackDocument.Asker)] = asker, [nameof(FeedbackDocument.IsRefused)] = true }, StatusCodes.Status400BadRequest);
        // To a program it looks as if it had been taken.
        if (string.IsNullOrEmpty(form.Company) && !await Keep(found.Id, form, db, ct))
            return Gone();
        return Page(new() { [nameof(FeedbackDocument.Asker)] = asker, [nameof(FeedbackDocument.IsDone)] = true });
    }

    private static async Task<bool> Keep(Guid id, Form form, KithDb db, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Writing the row locks it: of two answers that come at once the second finds it used.
        if (await db.Feedback.Where(f => f.Id == id && f.AnsweredAt == null && f.ExpiresAt > now).ExecuteUpdateAsync(f => f.SetProperty(x => x.ExpiresAt, x => x.ExpiresAt), ct) == 0)
            return false;
        var feedback = await db.Feedback.OrRefuse(id, ct);
        db.Act($"Got feedback from {await db.People.Where(p => p.Id == feedback.PersonId).Select(p => p.FullName).SingleAsync(ct)}");
        (feedback.Clarity, feedback.Usefulness, feedback.AnsweredAt) = (form.Clarity, form.Usefulness, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    // What the user is called; never the name of an account, which is half of a password.
    private static async Task<string> Asker(KithDb db, CancellationToken ct) =>
        await db.People.Where(p => p.IsSelf).Select(p => p.FullName).FirstOrDefaultAsync(ct)
        ?? await db.Cards.Where(c => c.WithdrawnAt == null).OrderByDescending(c => c.Id).Select(c => c.FullName).FirstOrDefaultAsync(ct)
        ?? "Somebody you talked to";

    private static RazorComponentResult Gone() => Page([], StatusCodes.Status404NotFound);

    private static RazorComponentResult Page(Dictionary<string, object?> told, int status = StatusCodes.Status200OK) => new(typeof(FeedbackDocument), told) { StatusCode = status };
}
