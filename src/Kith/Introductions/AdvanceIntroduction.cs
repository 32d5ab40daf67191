using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;

namespace Kith.Introductions;

/// <summary>Takes an introduction one step on: what the step is evidence of is logged, what it answers is closed, what it leaves open is opened.</summary>
public static class AdvanceIntroduction
{
    /// <summary>Which one, to where, on which day (today where none is given), over which channel, and what came of it.</summary>
    public sealed record Command(
        Guid Introduction,
        IntroductionState To,
        DateOnly? On = null,
        Channel? Channel = null,
        [property: StringLength(1000, ErrorMessage = "A note has at most 1,000 characters.")] string? Note = null);

    /// <summary>Where it now stands and the batch that undo takes back.</summary>
    public sealed record Done(Guid Introduction, IntroductionState State, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/introductions/step", Handle).WithSummary("Take an introduction a step on, or end it");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today)
            throw new RefusedException("introduction.future", $"{on:yyyy-MM-dd} is still to come; say it when it has happened.");
        var asked = await db.Introductions.OrRefuse(command.Introduction, ct);
        var (title, _) = await db.Take(asked, new(command.To, on, command.Channel, command.Note), clock, ct);
        await db.SaveChangesAsync(ct);
        return new(asked.Id, asked.State, title, db.LastBatch!.Value);
    }
}
