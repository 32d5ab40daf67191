using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Writes down a fact about an organisation, a person or an event, with its source and date; or takes one back.</summary>
public static class AddFinding
{
    /// <summary>The fact, where it was read and when, what it is about, and the question it answers.</summary>
    public sealed record Command(
        Guid? Organisation,
        Guid? Person,
        [property: Required(ErrorMessage = "Write the fact."), StringLength(2000, ErrorMessage = "A finding has at most 2,000 characters.")] string? Fact,
        [property: Required(ErrorMessage = "Say where you read or heard it."), StringLength(500, ErrorMessage = "A source has at most 500 characters.")] string? Source,
        DateOnly? On = null,
        FindingKind Kind = FindingKind.Fact,
        Guid? Event = null);

    /// <summary>The finding and the batch that undo takes back.</summary>
    public sealed record Added(Guid Finding, Guid Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/findings", Handle).WithSummary("Write down a finding");
        api.MapDelete("/findings/{id:guid}", Remove).WithSummary("Take a finding back");
    }

    public static async Task<Added> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.On > clock.Today)
            throw new RefusedException("finding.future", "A finding cannot be from the future.");
        if (!Homework.Kinds.Contains(command.Kind))
            throw new RefusedException("finding.kind", "A finding is a fact, a mission, a need, news, what they care about, or something in common.");
        var about = await Subject.Of(command.Person, command.Organisation, command.Event, "finding", db, ct);
        db.Act($"Noted a finding about {about}");
        var finding = new Finding
        {
            Id = db.NewId(),
            OrganisationId = command.Organisation,
            PersonId = command.Person,
            EventId = command.Event,
            Kind = command.Kind,
            Fact = command.Fact!.Trim(),
            Source = command.Source!.Trim(),
            On = command.On ?? clock.Today,
        };
        db.Add(finding);
        await db.SaveChangesAsync(ct);
        return new(finding.Id, db.LastBatch!.Value);
    }

    /// <summary>Takes a finding back; the question it answered is open again.</summary>
    public static async Task<Added> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var gone = await db.Findings.OrRefuse(id, ct);
        db.Act("Took a finding back");
        if (gone.QuestionId is { } answered && await db.Questions.FirstOrDefaultAsync(q => q.Id == answered, ct) is { } question)
            question.AnsweredOn = null;
        // Through the change log, so that undo brings back which claims answered it.
        db.RemoveRange(await db.NeedMatches.Where(n => n.FindingId == id).ToListAsync(ct));
        db.Remove(gone);
        await db.SaveChangesAsync(ct);
        return new(id, db.LastBatch!.Value);
    }
}
