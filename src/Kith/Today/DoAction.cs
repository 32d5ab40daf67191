using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Shared;

namespace Kith.Today;

/// <summary>Records that an action of Today was done: logs the contact and closes the loop on it.</summary>
public static class DoAction
{
    /// <summary>What was done; the day defaults to today. The action is what Today suggested, where no loop tells it.</summary>
    public sealed record Command(
        Guid Person,
        Guid? Loop,
        Channel Channel,
        Direction Direction,
        DateOnly? On = null,
        [property: StringLength(2000, ErrorMessage = "A note has at most 2,000 characters.")] string? Note = null,
        ActionKind? Action = null);

    /// <summary>What came of it: the interaction, the loops it closed, and the batch that undo takes back.</summary>
    public sealed record Done(Guid Interaction, IReadOnlyList<Guid> ClosedLoops, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/today/done", Handle).WithSummary("Say that an action of Today is done");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var (person, loop) = await Subject.Find(db, command.Person, command.Loop, ct);
        var title = Title(loop?.Kind, command.Channel, person.FullName);
        db.Act(title);
        var logged = await db.LogContact(new(person.Id, command.Channel, command.Direction, command.On, command.Note), clock, ct);
        // The user names the loop, so a promise counts as kept and an answer as received, which no rule could tell.
        // A step of a sequence is the exception: it asks for a message, and only that is evidence of it.
        if (loop is { RunId: not null, State: not LoopState.Closed })
            throw new RefusedException("loop.no-evidence", "This step of a sequence asks for a message from you to this person, sent since it opened.");
        loop?.CloseOnEvidence(logged.Interaction.Id, command.On ?? clock.Today);
        Learn.Note(db, person.Id, loop, command.Action, letGoBecause: null, clock.Today);
        await db.SaveChangesAsync(ct);
        return new(logged.Interaction.Id, [.. logged.Closed.Append(loop).OfType<Loop>().Select(l => l.Id).Distinct()], title, db.LastBatch!.Value);
    }

    private static string Title(LoopKind? kind, Channel channel, string who) => kind switch
    {
        LoopKind.PromiseByMe => $"Kept your promise to {who}",
        LoopKind.PromiseByThem => $"Settled what {who} promised",
        LoopKind.Thank => $"Thanked {who}",
        LoopKind.ReportBack => $"Told {who} what came of it",
        LoopKind.FollowUp or LoopKind.SequenceStep => $"Followed up with {who}",
        _ => $"Logged a {channel.ToString().ToLowerInvariant()} with {who}",
    };
}
