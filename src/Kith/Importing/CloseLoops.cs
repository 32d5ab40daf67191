using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Writes the follow-ups of the new exchanges, and closes what was open with people who were known before.</summary>
internal static class CloseLoops
{
    private const int Chunk = 500;

    internal static async Task Run(ImportSession session)
    {
        foreach (var loop in session.FollowUps.Loops(session.Db.NewId))
        {
            session.Staged.Add(loop);
            await session.FlushIfFull();
        }
        await session.Staged.Flush(session.Ct);
        foreach (var people in session.People.With(Mark.Answered, without: Mark.New).Chunk(Chunk))
        {
            await Close(session, people);
            await session.SaveChanges();
        }
        await TellRuns(session);
    }

    // Few sequences run at a time, so their people are looked for among what came in, and not the other way round.
    private static async Task TellRuns(ImportSession session)
    {
        var (db, batch, ct) = (session.Db, session.Staged.Batch, session.Ct);
        var runs = db.SequenceRuns.Where(r => r.State == RunState.Running || (r.State == RunState.Finished && r.AnsweredOn == null));
        if (await runs.MinAsync(r => (DateTime?)r.StartedAt, ct) is not { } first)
            return;
        var since = session.Clock.Noon(session.DayOf(first).AddDays(-1));
        var heard = await db.Interactions.AsNoTracking().Where(i => i.BornIn == batch && i.At >= since && (runs.Any(r => r.PersonId == i.PersonId || r.SecondId == i.PersonId)
            || db.Positions.Any(p => p.PersonId == i.PersonId && p.IsCurrent && runs.Any(r => r.OrganisationId == p.OrganisationId)))).ToListAsync(ct);
        await Runs.Follow(db, [.. heard.Select(i => new Runs.Heard(i.Id, i.PersonId, i.Direction, i.At, session.DayOf(i.At), HasHour: true))], session.Clock, ct);
        await session.SaveChanges();
    }

    private static async Task Close(ImportSession session, Guid[] people)
    {
        var (db, ct) = (session.Db, session.Ct);
        var loops = await db.Loops.Where(l => people.Contains(l.PersonId) && l.State != LoopState.Closed && l.RunId == null).ToListAsync(ct);
        if (loops.Count == 0)
            return;
        var contacts = (await db.Interactions.Where(i => people.Contains(i.PersonId) && i.Direction != Direction.In).OrderBy(i => i.At)
            .Select(i => new { i.Id, i.PersonId, i.At, i.Direction }).ToListAsync(ct)).ToLookup(i => i.PersonId);
        var connected = (await db.Exchanges.Where(e => people.Contains(e.PersonId) && e.Tactic == Tactic.LinkedInConnection)
            .Select(e => new { e.PersonId, e.On }).ToListAsync(ct)).ToLookup(e => e.PersonId, e => e.On);
        foreach (var loop in loops)
            // The message of an invitation opened the loop; it cannot be its own answer.
            if (IsPendingInvitation(loop) && connected[loop.PersonId].Any())
                Accept(loop, connected[loop.PersonId].First(), session.Clock.Today);
            else if (contacts[loop.PersonId].FirstOrDefault(c => c.Id != loop.InteractionId && loop.IsAnsweredBy(c.Direction, session.DayOf(c.At))) is { } answer)
                loop.CloseOnEvidence(answer.Id, session.DayOf(answer.At));
        await Pipelines.Follow(db, [.. loops.Where(l => l.EvidenceId is not null)], session.Clock, ct);
    }

    private static bool IsPendingInvitation(Loop loop) => loop.SourceKey?.StartsWith(Keys.Pending, StringComparison.Ordinal) == true;

    // An exchange is no interaction, so it cannot be evidence; LinkedIn decided this one, and the new exchange opens a follow-up of its own.
    private static void Accept(Loop loop, DateOnly? on, DateOnly today) => loop.CloseByDecision(
        on is { } day ? $"Accepted: connected on {day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "Accepted: connected on LinkedIn", on ?? today);
}
