using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.Shared;

namespace Kith.Research;

/// <summary>Answers a question: the answer is a finding that names it.</summary>
public static class AnswerQuestion
{
    /// <summary>The answer, where it comes from, and the day it was found; without a source it is what they said, or what the user thinks.</summary>
    public sealed record Command(
        Guid Question,
        [property: Required(ErrorMessage = "Write the answer."), StringLength(2000, ErrorMessage = "An answer has at most 2,000 characters.")] string? Answer,
        [property: StringLength(500, ErrorMessage = "A source has at most 500 characters.")] string? Source = null,
        DateOnly? On = null);

    /// <summary>The finding and the batch that undo takes back.</summary>
    public sealed record Done(Guid Finding, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/questions/answer", Handle).WithSummary("Answer a question");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today)
            throw new RefusedException("finding.future", "An answer cannot be from the future.");
        var question = await db.Questions.OrRefuse(command.Question, ct);
        if (question.AnsweredOn is not null)
            throw new RefusedException("question.answered", "This question is answered already; take that finding back, or note another.");
        db.Act($"Answered: {question.Text}");
        question.AnsweredOn = on;
        var finding = new Finding
        {
            Id = db.NewId(),
            PersonId = question.PersonId,
            OrganisationId = question.OrganisationId,
            EventId = question.EventId,
            QuestionId = question.Id,
            Kind = Checklists.Item(question.Item)?.Answers ?? FindingKind.Fact,
            Fact = command.Answer!.Trim(),
            Source = !string.IsNullOrWhiteSpace(command.Source) ? command.Source.Trim() : question.Kind == QuestionKind.AskThem ? "They said so" : "My own answer",
            On = on,
        };
        db.Add(finding);
        await db.SaveChangesAsync(ct);
        return new(finding.Id, db.LastBatch!.Value);
    }
}
