using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>A contact with a person as the user tells it; the day defaults to today. It closes every loop it answers, or only those of one kind.</summary>
public sealed record ToldContact(Guid Person, Channel Channel, Direction Direction, DateOnly? On = null, string? Note = null, Guid? Event = null, LoopKind? Closes = null, bool IsAsk = false);

/// <summary>The interaction that was added and the loops it closed.</summary>
public sealed record LoggedContact(Interaction Interaction, IReadOnlyList<Loop> Closed);

/// <summary>The one way in which a contact told by the user enters the history.</summary>
public static class Contacts
{
    /// <summary>Adds the interaction and closes every loop it is evidence for. The caller names the act and saves.</summary>
    public static async Task<LoggedContact> LogContact(this KithDb db, ToldContact told, WorkspaceClock clock, CancellationToken ct)
    {
        var on = told.On ?? clock.Today;
        // People log last week's coffee today, so the date is theirs to give; the future is not.
        if (on > clock.Today)
            throw new RefusedException("interaction.future", $"{on:yyyy-MM-dd} is still to come; log it when it has happened.");

        var interaction = new Interaction
        {
            Id = db.NewId(),
            PersonId = told.Person,
            Channel = told.Channel,
            Direction = told.Direction,
            At = on == clock.Today ? clock.Now : clock.Noon(on),
            EventId = told.Event,
            Summary = string.IsNullOrWhiteSpace(told.Note) ? null : told.Note.Trim(),
            IsAsk = told.IsAsk,
            // As it is when the contact is logged: what was known then decides whether the ask came too early.
            Readiness = told.IsAsk ? (await db.ReadinessFor(told.Person, clock.Today, ct)).Score : null,
        };
        db.Add(interaction);
        var open = await db.Loops.Where(l => l.PersonId == told.Person && l.State != LoopState.Closed).ToListAsync(ct);
        // The steps of sequences follow rules of their own.
        var answered = open.Where(l => l.RunId is null && l.IsAnsweredBy(told.Direction, on) && (told.Closes is null || l.Kind == told.Closes)).ToList();
        foreach (var loop in answered)
            loop.CloseOnEvidence(interaction.Id, on);
        await Introductions(db, answered, on, ct);
        await Pipelines.Follow(db, answered, clock, ct);
        answered.AddRange(await Runs.Follow(db, [new(interaction.Id, told.Person, told.Direction, interaction.At, on, on == clock.Today)], clock, ct));
        return new(interaction, answered);
    }

    // Thanks and reports are steps of an introduction too, wherever they are logged.
    private static async Task Introductions(KithDb db, List<Loop> answered, DateOnly on, CancellationToken ct)
    {
        foreach (var loop in answered.Where(l => l is { IntroductionId: not null, Kind: LoopKind.Thank or LoopKind.ReportBack }))
        {
            var step = loop.Kind == LoopKind.Thank ? IntroductionState.Thanked : IntroductionState.ReportedBack;
            var asked = await db.Introductions.FirstOrDefaultAsync(i => i.Id == loop.IntroductionId, ct);
            if (asked is not null && Introduction.After(asked.State, asked.Kind).Contains(step))
                asked.Advance(step, on);
        }
    }
}
