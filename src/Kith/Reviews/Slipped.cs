using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Reviews;

/// <summary>What slipped: loops whose day has passed, the longest overdue first.</summary>
public sealed record Slipped(int Count, IReadOnlyList<Slipped.Row> Rows)
{
    /// <summary>Loops shown at a time.</summary>
    public const int Most = 30;

    /// <summary>One loop that waits.</summary>
    public sealed record Row(Guid Loop, Guid Person, string Name, LoopKind Kind, string? What, DateOnly Due);

    internal static async Task<Slipped> Read(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var today = clock.Today;
        var all = db.Loops.Where(l => ((l.State == LoopState.Open && l.Due < today) || (l.State == LoopState.Snoozed && l.SnoozedUntil < today)) && db.People.Any(p => p.Id == l.PersonId));
        var rows = await (
            from loop in all
            join person in db.People on loop.PersonId equals person.Id
            orderby loop.SnoozedUntil ?? loop.Due, loop.Id
            select new { loop.Id, Person = person.Id, person.FullName, loop.Kind, loop.What, Due = loop.SnoozedUntil ?? loop.Due, Total = all.Count() }).Take(Most).ToListAsync(ct);
        return new(rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => new Row(r.Id, r.Person, r.FullName, r.Kind, r.What, r.Due!.Value))]);
    }
}
