using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;

namespace Kith.People;

/// <summary>Opens a loop by hand: a promise either way, a thank-you, something to report back.</summary>
public static class OpenLoop
{
    /// <summary>What is open with whom, until when.</summary>
    public sealed record Command(
        Guid Person,
        LoopKind Kind,
        [property: StringLength(500, ErrorMessage = "A loop has at most 500 characters.")] string? What,
        DateOnly? Due = null);

    /// <summary>The loop and the batch that undo takes back.</summary>
    public sealed record Opened(Guid Loop, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/loops", Handle).WithSummary("Open a loop with a person");

    public static async Task<Opened> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var person = await db.People.OrRefuse(command.Person, ct);
        if (!Enum.IsDefined(command.Kind) || command.Kind == LoopKind.SequenceStep)
            throw new RefusedException("loop.kind", "Open a follow-up, a thank-you, a promise or a report-back; the steps of a sequence open by themselves.");
        if (string.IsNullOrWhiteSpace(command.What) && command.Kind is LoopKind.PromiseByMe or LoopKind.PromiseByThem)
            throw new RefusedException("loop.what-missing", "Say what was promised.");
        db.Act($"{Noted(command.Kind)} {person.FullName}");
        var loop = new Loop
        {
            Id = db.NewId(),
            PersonId = person.Id,
            Kind = command.Kind,
            What = string.IsNullOrWhiteSpace(command.What) ? null : command.What.Trim(),
            OpenedOn = clock.Today,
            Due = command.Due,
        };
        db.Add(loop);
        await db.SaveChangesAsync(ct);
        return new(loop.Id, db.LastBatch!.Value);
    }

    private static string Noted(LoopKind kind) => kind switch
    {
        LoopKind.PromiseByMe => "Noted a promise to",
        LoopKind.PromiseByThem => "Noted a promise by",
        LoopKind.Thank => "Noted a thank-you to",
        LoopKind.ReportBack => "Noted to report back to",
        _ => "Noted to follow up with",
    };
}
