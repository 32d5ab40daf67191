using Kith.Formats.Calendars;
using Kith.Formats.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Which addresses are the user's own: those of the user's row and account, and those that a file shows to be.</summary>
internal static class OwnAddresses
{
    private const double NearlyAll = 0.8;
    private const double Often = 0.2;
    private const int Least = 3;
    private const int Looked = 5_000;

    /// <summary>The addresses of the user's row and account.</summary>
    internal static async Task<HashSet<string>> Known(Data.KithDb db, CancellationToken ct)
    {
        var workspace = db.WorkspaceId;
        var known = await db.Emails.Where(e => db.People.Any(p => p.Id == e.PersonId && p.IsSelf)).Select(e => e.Value).ToListAsync(ct);
        known.AddRange((await db.Users.Where(u => u.WorkspaceId == workspace && u.UserName != null).Select(u => u.UserName!).ToListAsync(ct)).Where(n => n.Contains('@', StringComparison.Ordinal)));
        return known.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The address that nearly every meeting has.</summary>
    internal static IEnumerable<string> In(IReadOnlyList<CalendarEvent> events)
    {
        var meetings = events.Where(e => e.Attendees.Count > 0).ToList();
        return NearlyEverywhere(meetings.ConvertAll(m => m.Attendees.Select(a => a.Email).Append(m.Organizer?.Email)));
    }

    /// <summary>
    /// The addresses that mail was sent from and delivered to; where the file says neither, the one that nearly every message has, if it is
    /// the only one: of letters between two people nobody can tell which of them is the user.
    /// </summary>
    internal static IReadOnlyCollection<string> In(IEnumerable<MailRecord> messages)
    {
        var (sent, delivered, everybody, deliveries) = (Counted(), Counted(), new List<IEnumerable<string?>>(), 0);
        foreach (var mail in messages.Take(Looked))
        {
            if (SpecialFolders.Of(mail) == SpecialFolder.Sent && mail.From?.Email is { } writer)
                sent[writer] = sent.GetValueOrDefault(writer) + 1;
            if (mail.IsList)
                continue;
            everybody.Add(mail.To.Concat(mail.Cc).Append(mail.From).Select(a => a?.Email));
            if (mail.DeliveredTo is not { } mailbox)
                continue;
            delivered[mailbox] = delivered.GetValueOrDefault(mailbox) + 1;
            deliveries++;
        }
        var shown = sent.Keys.Concat(delivered.Where(d => d.Value >= Least && d.Value >= Often * deliveries).Select(d => d.Key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return shown.Count > 0 ? shown : NearlyEverywhere(everybody).ToList() is [var only] ? [only] : [];
    }

    private static IEnumerable<string> NearlyEverywhere(List<IEnumerable<string?>> gatherings) =>
        gatherings.SelectMany(g => g.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)).GroupBy(a => a, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() >= Least && g.Count() >= NearlyAll * gatherings.Count).Select(g => g.Key);

    private static Dictionary<string, int> Counted() => new(StringComparer.OrdinalIgnoreCase);
}
