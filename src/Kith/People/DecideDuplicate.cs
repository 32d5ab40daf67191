using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Says whether two people are one: the same, different for ever, or to be asked later.</summary>
public static class DecideDuplicate
{
    /// <summary>Days for which a pair is put off.</summary>
    public const int LaterDays = 30;

    /// <summary>What can be said.</summary>
    public enum Answer
    {
        Same,
        Different,
        Later,
    }

    /// <summary>The pair and the answer; of those who are the same, who stays (the first of the pair by default).</summary>
    public sealed record Command(Guid Pair, Answer Answer, Guid? Keep = null);

    /// <summary>What was decided, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Decided(string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/duplicates/{id:guid}", (Guid id, Command command, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Handle(command with { Pair = id }, db, clock, ct)).WithSummary("Say whether two people are one");

    /// <summary>Maps the buttons of the review.</summary>
    public static void MapForm(IEndpointRouteBuilder pages) =>
        pages.MapPost("/people/duplicates/{id:guid}", (Guid id, [FromForm] Answer answer, [FromForm] Guid? keep, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then("/people/duplicates", async () =>
            {
                var decided = await Handle(new(id, answer, keep), db, clock, ct);
                return new(decided.Title, decided.Batch);
            }));

    public static async Task<Decided> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var pair = await db.Duplicates.OrRefuse(command.Pair, ct);
        if (pair.State != DuplicateState.Open)
            throw new RefusedException("duplicate.decided", "This pair was decided already; the history takes it back.");
        if (command.Answer == Answer.Same)
        {
            var keep = command.Keep == pair.SecondId ? pair.SecondId : pair.FirstId;
            var merged = await MergePeople.Handle(new(keep, [keep == pair.FirstId ? pair.SecondId : pair.FirstId]), db, ct);
            return new($"One person now: {merged.Name}", merged.Batch);
        }
        var names = await db.People.Where(p => p.Id == pair.FirstId || p.Id == pair.SecondId).OrderBy(p => p.SortName).Select(p => p.FullName).ToListAsync(ct);
        var who = string.Join(" and ", names);
        db.Act(command.Answer == Answer.Different ? $"{who} are two people" : $"Asked later about {who}");
        if (command.Answer == Answer.Different)
            pair.State = DuplicateState.Different;
        else
            pair.LaterUntil = clock.Today.AddDays(LaterDays);
        await db.SaveChangesAsync(ct);
        return new(command.Answer == Answer.Different ? "Two people, for good" : $"Asked again in {LaterDays} days", db.LastBatch);
    }
}
