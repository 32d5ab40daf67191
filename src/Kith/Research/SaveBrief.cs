using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Writes what only the user can say before a meeting: what they bring, what they ask for, and when it is.</summary>
public static class SaveBrief
{
    /// <summary>The brief of a person as it is to be; the time is that of the user's clock.</summary>
    public sealed record Command(
        Guid Person,
        [property: StringLength(1000, ErrorMessage = "What you bring has at most 1,000 characters, so that the page stays one.")] string? Bring,
        [property: StringLength(500, ErrorMessage = "What you ask for has at most 500 characters.")] string? Ask,
        DateTime? MeetingAt = null);

    /// <summary>What was done and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/briefs", Handle).WithSummary("Write what you bring to a meeting and what you ask for");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var person = await db.People.OrRefuse(command.Person, ct);
        var brief = await db.Briefs.OrderBy(b => b.Id).FirstOrDefaultAsync(b => b.PersonId == person.Id, ct);
        var title = $"Prepared for {person.FullName}";
        db.Act(title);
        if (brief is null)
            db.Add(brief = new() { Id = db.NewId(), PersonId = person.Id });
        (brief.Bring, brief.Ask) = (Said(command.Bring), Said(command.Ask));
        brief.MeetingAt = command.MeetingAt is { } at ? clock.Utc(at) : null;
        await db.SaveChangesAsync(ct);
        return new(title, db.LastBatch);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
