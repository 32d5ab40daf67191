using Kith.Formats.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Which addresses are the user's own: those of the user's row and account, and the one that nearly every meeting has.</summary>
internal static class OwnAddresses
{
    private const double NearlyAll = 0.8;
    private const int Least = 3;

    internal static async Task<HashSet<string>> Of(ImportSession session, IReadOnlyList<CalendarEvent> events)
    {
        var (db, ct) = (session.Db, session.Ct);
        var workspace = db.WorkspaceId;
        var known = await db.Emails.Where(e => db.People.Any(p => p.Id == e.PersonId && p.IsSelf)).Select(e => e.Value).ToListAsync(ct);
        known.AddRange((await db.Users.Where(u => u.WorkspaceId == workspace && u.UserName != null).Select(u => u.UserName!).ToListAsync(ct)).Where(n => n.Contains('@', StringComparison.Ordinal)));
        var own = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var meetings = events.Where(e => e.Attendees.Count > 0).ToList();
        var everywhere = meetings.SelectMany(m => m.Attendees.Select(a => a.Email).Append(m.Organizer?.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(a => a, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() >= Least && g.Count() >= NearlyAll * meetings.Count).Select(g => g.Key);
        own.UnionWith(everywhere);
        return own;
    }
}
