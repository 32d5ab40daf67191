using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Logs that somebody was shown a claim or its evidence: in a contact told in the same act, in one that is logged already, or on the user's card.</summary>
public static class LogShowing
{
    /// <summary>
    /// Whom, which claim, which evidence (none where the claim was only made), how and when. A contact is logged as well and closes what it
    /// answers. Where an interaction is named, way and day are those of it.
    /// </summary>
    public sealed record Command(
        Guid Person,
        Guid Claim,
        Guid? Evidence = null,
        ShowingWay Way = ShowingWay.Message,
        DateOnly? On = null,
        [property: StringLength(1000, ErrorMessage = "What they said has at most 1,000 characters.")] string? Note = null,
        bool IsContact = false,
        Guid? Interaction = null);

    /// <summary>The showing, the contact that was logged with it, the loops that closed, and the batch that undo takes back.</summary>
    public sealed record Logged(Guid Showing, Guid? Interaction, IReadOnlyList<Guid> ClosedLoops, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/showings", Handle).WithSummary("Log that somebody was shown something");
        api.MapDelete("/showings/{id:guid}", Remove).WithSummary("Take a showing back; a contact logged with it stays");
    }

    public static async Task<Logged> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Way))
            throw new RefusedException("input.invalid", "There is no such way to show something.");
        var person = await db.People.OrRefuse(command.Person, ct);
        if (person.IsSelf)
            throw new RefusedException("showing.self", "Whom did you show it to? You have seen it already.");
        var claim = await db.Claims.OrRefuse(command.Claim, ct);
        var evidence = command.Evidence is { } id ? await Proving(db, claim, id, ct) : null;
        var held = command.Interaction is { } at ? await db.Interactions.FirstOrDefaultAsync(i => i.Id == at && i.PersonId == person.Id, ct) ?? throw Find.Unknown<Interaction>() : null;
        var way = held is null ? command.Way : ProofWords.WayOf(held.Channel);
        var on = held is null ? await Day(command, person, db, clock, ct) : clock.DayOf(held.At);
        if (await db.Showings.AnyAsync(s => s.PersonId == person.Id && s.ClaimId == claim.Id && s.EvidenceId == command.Evidence && s.On == on && s.Way == way, ct))
            throw new RefusedException("showing.known", $"That is logged already: {person.FullName} was shown it on {on:yyyy-MM-dd}.");
        var title = evidence is null ? $"Told {person.FullName}: {claim.Text}" : $"Showed {person.FullName} {evidence}";
        db.Act(title);
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        var contact = held is null && command.IsContact ? await Contact(command, way, on, evidence ?? claim.Text, note, db, clock, ct) : null;
        var showing = new Showing { Id = db.NewId(), PersonId = person.Id, ClaimId = claim.Id, EvidenceId = command.Evidence, Way = way, On = on, InteractionId = held?.Id ?? contact?.Interaction.Id, Note = note };
        db.Add(showing);
        await db.SaveChangesAsync(ct);
        return new(showing.Id, contact?.Interaction.Id, [.. (contact?.Closed ?? []).Select(l => l.Id)], title, db.LastBatch!.Value);
    }

    /// <summary>Takes a showing back.</summary>
    public static async Task<Logged> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var showing = await db.Showings.OrRefuse(id, ct);
        db.Act("Took a showing back");
        db.Remove(showing);
        await db.SaveChangesAsync(ct);
        return new(id, null, [], "Took the showing back", db.LastBatch!.Value);
    }

    private static async Task<string> Proving(KithDb db, Claim claim, Guid evidence, CancellationToken ct)
    {
        var title = await db.Evidence.Where(e => e.Id == evidence).Select(e => e.Title).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Evidence>();
        return await db.Proofs.AnyAsync(p => p.ClaimId == claim.Id && p.EvidenceId == evidence, ct)
            ? title
            : throw new RefusedException("evidence.other", $"\"{title}\" does not prove \"{claim.Text}\" yet; say so on the page of the claim first.");
    }

    private static async Task<DateOnly> Day(Command command, Person person, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (command.On > clock.Today)
            throw new RefusedException("showing.future", $"{command.On:yyyy-MM-dd} is still to come; log it when it has happened.");
        if (command.Way != ShowingWay.CardVisit)
            return command.On ?? clock.Today;
        var opened = await db.CardVisits.Where(v => v.Kind == VisitKind.Opened && db.HandOuts.Any(h => h.Id == v.HandOutId && h.PersonId == person.Id)).MaxAsync(v => (DateTime?)v.At, ct)
            ?? throw new RefusedException("showing.card", $"{person.FullName} has not opened a card you gave them.");
        return command.On ?? clock.DayOf(opened);
    }

    private static async Task<LoggedContact> Contact(Command command, ShowingWay way, DateOnly on, string what, string? note, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (channel, direction) = ProofWords.ContactOf(way) ?? throw new RefusedException("showing.visit", "Opening your card is no contact; log the showing without one.");
        return await db.LogContact(new(command.Person, channel, direction, on, note is null ? $"Showed: {what}" : $"Showed: {what}. {note}"), clock, ct);
    }
}
