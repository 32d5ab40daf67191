using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Writes down open questions about a person, an organisation or an event: the user's own, or those of a checklist.</summary>
public static class AskQuestion
{
    private const int MostOpen = 50;

    /// <summary>What the questions are about; the user's own one, and codes of checklist items such as <c>tiara.trends</c>.</summary>
    public sealed record Command(
        Guid? Person = null,
        Guid? Organisation = null,
        Guid? Event = null,
        [property: StringLength(500, ErrorMessage = "A question has at most 500 characters.")] string? Text = null,
        QuestionKind Kind = QuestionKind.FindOut,
        IReadOnlyList<string>? Items = null);

    /// <summary>The questions that are new, and the batch that undo takes back; no batch where all were asked already.</summary>
    public sealed record Done(IReadOnlyList<Guid> Questions, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/questions", Handle).WithSummary("Write down open questions");
        api.MapDelete("/questions/{id:guid}", Remove).WithSummary("Take a question back");
    }

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Kind))
            throw new RefusedException("input.invalid", "A question is one to find out or one to ask them.");
        var about = await Subject.Of(command.Person, command.Organisation, command.Event, "question", db, ct);
        var items = (command.Items ?? []).Distinct().Select(code => Checklists.Item(code) ?? throw new RefusedException("question.item", $"No checklist has an item {code}.")).ToList();
        if (string.IsNullOrWhiteSpace(command.Text) && items.Count == 0)
            throw new RefusedException("question.missing", "Write the question, or choose some of a checklist.");
        var (kind, id) = command.Person is { } person ? (About.Person, person) : command.Organisation is { } place ? (About.Organisation, place) : (About.Event, command.Event!.Value);
        var there = await Homework.Questions(db, kind, id).Select(q => new { q.Item, q.Text, IsOpen = q.AnsweredOn == null }).Take(Homework.Most).ToListAsync(ct);
        var wanted = items.Select(i => (i.Text, i.Kind, Item: (string?)i.Code)).Concat(string.IsNullOrWhiteSpace(command.Text) ? [] : [(command.Text.Trim(), command.Kind, null)])
            .Where(w => there.All(q => w.Item is null ? !q.IsOpen || q.Text != w.Text : q.Item != w.Item)).ToList();
        if (there.Count(q => q.IsOpen) + wanted.Count > MostOpen)
            throw new RefusedException("question.many", $"At most {MostOpen} questions are open at a time; answer or take back some first.");
        db.Act(wanted.Count == 1 ? $"Noted a question about {about}" : $"Noted {wanted.Count} questions about {about}");
        var added = wanted.ConvertAll(w => new Question
        {
            Id = db.NewId(),
            PersonId = command.Person,
            OrganisationId = command.Organisation,
            EventId = command.Event,
            Kind = w.Kind,
            Text = w.Text,
            Item = w.Item,
            AskedOn = clock.Today,
        });
        db.AddRange(added);
        await db.SaveChangesAsync(ct);
        return new(added.ConvertAll(q => q.Id), db.LastBatch);
    }

    /// <summary>Takes a question back; a finding that answered it stays as a finding.</summary>
    public static async Task<Done> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var gone = await db.Questions.OrRefuse(id, ct);
        if (await db.Findings.AnyAsync(f => f.QuestionId == id, ct))
            throw new RefusedException("question.answered", "This question is answered; take the finding back first.");
        db.Act("Took a question back");
        db.Remove(gone);
        await db.SaveChangesAsync(ct);
        return new([], db.LastBatch);
    }
}
