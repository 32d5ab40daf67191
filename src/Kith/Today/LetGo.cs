using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Shared;

namespace Kith.Today;

/// <summary>Decides against an action of Today: a loop closes with the reason, a suggestion falls silent for a while.</summary>
public static class LetGo
{
    /// <summary>Days for which somebody is not suggested again.</summary>
    public const int QuietDays = 90;

    /// <summary>Days for which somebody is not suggested again who was said to be the wrong person.</summary>
    public const int WrongPersonDays = 365;

    /// <summary>What to let go and why. The action is what Today suggested, where no loop tells it.</summary>
    public sealed record Command(
        Guid Person,
        Guid? Loop,
        [property: StringLength(500, ErrorMessage = "A reason has at most 500 characters.")] string Reason,
        ActionKind? Action = null);

    /// <summary>What was decided and the batch that undo takes back.</summary>
    public sealed record Decided(DateOnly? QuietUntil, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/today/let-go", Handle).WithSummary("Decide against an action of Today");

    public static async Task<Decided> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (string.IsNullOrWhiteSpace(command.Reason))
            throw new RefusedException("loop.reason-missing", "Say why you let this go; one word is enough.");
        var (person, loop) = await Subject.Find(db, command.Person, command.Loop, ct);
        var reason = command.Reason.Trim();
        var quiet = reason.StartsWith(Learn.WrongPerson, StringComparison.Ordinal) ? WrongPersonDays : QuietDays;
        var title = loop is null ? $"{person.FullName} is not suggested for {quiet} days: {reason}" : $"Let go with {person.FullName}: {reason}";
        db.Act(title);
        if (loop is null)
            person.QuietUntil = clock.Today.AddDays(quiet);
        else
        {
            loop.CloseByDecision(reason, clock.Today);
            await Runs.StepsClosed(db, [loop], clock, ct);
        }
        Learn.Note(db, person.Id, loop, command.Action, reason, clock.Today);
        await db.SaveChangesAsync(ct);
        return new(person.QuietUntil, title, db.LastBatch ?? Guid.Empty);
    }
}
