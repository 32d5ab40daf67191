using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Impressions;

/// <summary>Makes a link that asks the other one two questions about a conversation, and takes it back. Kith sends nothing: the user copies the address.</summary>
public static class AskFeedback
{
    /// <summary>About which impression.</summary>
    public sealed record Command(Guid Impression);

    /// <summary>The link, the path of its address, when it ends (UTC), and the batch that undo takes back.</summary>
    public sealed record Asked(Guid Feedback, string Path, DateTime ExpiresAt, string Title, Guid Batch);

    /// <summary>What was done, and the batch that undo takes back.</summary>
    public sealed record Withdrawn(string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/feedback", Handle).WithSummary("Make a link that asks two questions about a conversation");
        api.MapDelete("/feedback/{id:guid}", Withdraw).WithSummary("Withdraw a link that was not answered");
    }

    public static async Task<Asked> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var impression = await db.Impressions.OrRefuse(command.Impression, ct);
        var person = await db.People.OrRefuse(impression.PersonId, ct);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var earlier = await db.Feedback.AsNoTracking().Where(f => f.ImpressionId == impression.Id).ToListAsync(ct);
        if (earlier.Exists(f => f.AnsweredAt is not null))
            throw new RefusedException("feedback.answered", "They have answered already; once is all one should ask.");
        if (earlier.Exists(f => f.IsOpenAt(now)))
            throw new RefusedException("feedback.open", "There is a link for this conversation already; withdraw it before you make another.");
        var title = $"Made a feedback link for {person.FullName}";
        db.Act(title);
        var feedback = new Feedback
        {
            Id = db.NewId(),
            PersonId = person.Id,
            ImpressionId = impression.Id,
            Token = SecretAddress.New(db.WorkspaceId),
            CreatedAt = now,
            ExpiresAt = now.AddDays(Feedback.Days),
        };
        db.Add(feedback);
        await db.SaveChangesAsync(ct);
        return new(feedback.Id, $"/f/{feedback.Token}", feedback.ExpiresAt, title, db.LastBatch!.Value);
    }

    /// <summary>Ends a link now; one that has ended already stays as it is.</summary>
    public static async Task<Withdrawn> Withdraw(Guid id, KithDb db, CancellationToken ct)
    {
        var feedback = await db.Feedback.OrRefuse(id, ct);
        var name = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == feedback.PersonId).Select(p => p.FullName).SingleAsync(ct);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        if (feedback.AnsweredAt is not null)
            throw new RefusedException("feedback.answered", "They have answered already, so there is nothing to withdraw.");
        db.Act($"Withdrew the feedback link for {name}");
        if (feedback.IsOpenAt(now))
            feedback.ExpiresAt = now;
        await db.SaveChangesAsync(ct);
        return new($"Withdrew the feedback link for {name}", db.LastBatch);
    }
}
