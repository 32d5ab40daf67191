using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Remembers what the user made of Today's rows, so that the order can learn from it, and forgets it on request.</summary>
public static class Learn
{
    /// <summary>Said where an action was done, only not through Kith: it speaks for its kind, not against it.</summary>
    internal const string DoneElsewhere = "Done elsewhere";

    /// <summary>Said where the person was the wrong one.</summary>
    internal const string WrongPerson = "Not the right person";

    /// <summary>How many answers were forgotten and the batch that undo takes back; no batch where there were none.</summary>
    public sealed record Forgotten(int Answers, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/today/lessons", async (KithDb db, WorkspaceClock clock, CancellationToken ct) => (await Lessons(db, clock, ct)).All).WithSummary("What Today has learnt from you");
        api.MapDelete("/today/lessons", Forget).WithSummary("Forget what Today has learnt from you");
    }

    public static void MapForm(IEndpointRouteBuilder site) =>
        site.MapPost("/today/forget", (HttpContext http, KithDb db, CancellationToken ct) => http.Then("/", async () =>
        {
            var done = await Forget(db, ct);
            return new(done.Title, done.Batch);
        }));

    /// <summary>Deletes the answers; the order is then what it was on the first day.</summary>
    public static async Task<Forgotten> Forget(KithDb db, CancellationToken ct)
    {
        var title = "Forgot what Today had learnt from you";
        db.Act(title);
        var answers = await db.Answers.ToListAsync(ct);
        db.RemoveRange(answers);
        await db.SaveChangesAsync(ct);
        return new(answers.Count, title, db.LastBatch);
    }

    /// <summary>What the answers of the last <see cref="Domain.Ranking.Lessons.Days"/> days teach.</summary>
    internal static async Task<Lessons> Lessons(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var since = clock.Today.AddDays(-Domain.Ranking.Lessons.Days);
        return new(await db.Answers.Where(a => a.On >= since).GroupBy(a => a.Action)
            .Select(g => new Lesson(g.Key, g.Count(a => a.Taken), g.Count())).ToListAsync(ct));
    }

    /// <summary>Adds an answer; the caller saves. Where neither a loop nor the caller names the action there is nothing to learn.</summary>
    internal static void Note(KithDb db, Guid person, Loop? loop, ActionKind? action, string? letGoBecause, DateOnly on)
    {
        if ((loop is null ? action : NextAction.For(loop.Kind)) is { } kind)
            db.Add(new Answer
            {
                Id = db.NewId(),
                PersonId = person,
                Action = kind,
                Taken = letGoBecause is null || letGoBecause.StartsWith(DoneElsewhere, StringComparison.Ordinal),
                Reason = letGoBecause,
                On = on,
            });
    }
}
