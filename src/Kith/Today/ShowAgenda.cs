using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Shows the events of the coming week.</summary>
public static class ShowAgenda
{
    private const int Days = 7;
    private const int Most = 5;

    /// <summary>One event, in the user's local time.</summary>
    public sealed record Upcoming(Guid Id, string Name, DateTime At, string? Url);

    public static async Task<IReadOnlyList<Upcoming>> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (from, to) = (clock.Now.AddHours(-12), clock.Now.AddDays(Days));
        var events = await db.Events.AsNoTracking().Where(e => e.StartsAt >= from && e.StartsAt <= to)
            .OrderBy(e => e.StartsAt).Take(Most).Select(e => new { e.Id, e.Name, e.StartsAt, e.Url }).ToListAsync(ct);
        return [.. events.Select(e => new Upcoming(e.Id, e.Name, clock.Local(e.StartsAt!.Value), e.Url)).Where(e => DateOnly.FromDateTime(e.At) >= clock.Today)];
    }
}
