using Kith.Data;
using Kith.Domain;
using Kith.Domain.Paths;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Who knows whom among the people of a workspace, with what shows it. Number 0 is the user.</summary>
internal sealed class Bonds
{
    // In a meeting or a mail of more than this, two people need not know each other.
    private const int MostTogether = 12;

    // Of so many at one place it says nothing any more that two were there at the same time.
    private const int MostThere = 60;

    private readonly Dictionary<Guid, int> numbers;
    private readonly Dictionary<(int, int), Bond> bonds = [];
    private readonly Dictionary<int, double> own = [];

    private Bonds(IReadOnlyList<Guid> people) =>
        (People, numbers) = (people, people.Index().ToDictionary(p => p.Item, p => p.Index));

    /// <summary>The people by number.</summary>
    internal IReadOnlyList<Guid> People { get; }

    /// <summary>The number of a person; null for somebody who is not here.</summary>
    internal int? Number(Guid person) => numbers.TryGetValue(person, out var number) ? number : null;

    /// <summary>What shows that two people know each other; null where nothing does.</summary>
    internal Bond? Between(int one, int other) => bonds.GetValueOrDefault(Pair(one, other));

    /// <summary>How likely the user and that person turn to each other (0-1); null for somebody the user only knows of.</summary>
    internal double? Own(int person) => own.TryGetValue(person, out var strength) ? strength : null;

    /// <summary>The strength (0-1) of a tie, whatever shows it.</summary>
    internal double Strength(int one, int other) => 1 - ((1 - (Math.Min(one, other) == 0 ? Own(Math.Max(one, other)) ?? 0 : 0)) * (1 - (Between(one, other)?.Reach() ?? 0)));

    /// <summary>All ties with their strength (0-1).</summary>
    internal Tie[] Ties() => [.. own.Keys.Select(person => (0, person)).Union(bonds.Keys).Select(pair => new Tie(pair.Item1, pair.Item2, (float)Strength(pair.Item1, pair.Item2)))];

    /// <summary>Reads them: four queries, whatever the number of people.</summary>
    internal static async Task<Bonds> Read(KithDb db, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().OrderByDescending(p => p.IsSelf).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.IsSelf, p.Strength, IsMet = p.LastContact != null || db.Exchanges.Any(e => e.PersonId == p.Id) }).ToListAsync(ct);
        var self = people.Count > 0 && people[0].IsSelf;
        var read = new Bonds([self ? people[0].Id : Guid.Empty, .. people.Skip(self ? 1 : 0).Select(p => p.Id)]);
        foreach (var person in people.Where(p => p is { IsSelf: false, IsMet: true }))
            read.own[read.numbers[person.Id]] = Math.Max(Bond.MetChance, (person.Strength ?? 0) / 100.0);
        await read.Stated(db, ct);
        await read.Talks(db, ct);
        await read.Employers(db, ct);
        return read;
    }

    // Whoever agreed to introduce the user to somebody said with it that they know each other.
    private async Task Stated(KithDb db, CancellationToken ct)
    {
        var agreed = db.Introductions.Where(i => i.OtherId != null && i.AskedOn != null && i.State != IntroductionState.Asked && i.State != IntroductionState.Lapsed
            && (i.State != IntroductionState.Declined || i.EndedAfter != IntroductionState.Asked)).Select(i => new { i.PersonId, OtherId = i.OtherId!.Value, Kind = (string?)null });
        foreach (var a in await db.Acquaintances.Select(a => new { a.PersonId, a.OtherId, a.Kind }).Concat(agreed).ToListAsync(ct))
            if (Of(a.PersonId, a.OtherId) is { } bond)
                (bond.IsStated, bond.Kind) = (true, a.Kind ?? bond.Kind);
    }

    // One meeting is one row for each who took part, at the same instant and with the same words; a conversation by mail is one thread.
    private async Task Talks(KithDb db, CancellationToken ct)
    {
        var rows = await db.Interactions
            .Where(i => (i.Channel == Channel.Mail && i.Thread != null) || ((i.Channel == Channel.Meeting || i.Channel == Channel.Event || i.Channel == Channel.Call) && i.Summary != null))
            .Select(i => new { IsMail = i.Channel == Channel.Mail, i.Thread, At = i.Channel == Channel.Mail ? null : (DateTime?)i.At, Summary = i.Channel == Channel.Mail ? null : i.Summary, i.PersonId }).Distinct().ToListAsync(ct);
        foreach (var together in rows.Where(r => r.IsMail).GroupBy(r => r.Thread, r => r.PersonId))
            foreach (var bond in Together(together.ToList(), out var share))
                (bond.Mails, bond.MailShare) = (bond.Mails + 1, bond.MailShare + share);
        foreach (var together in rows.Where(r => !r.IsMail).GroupBy(r => (r.At, r.Summary), r => r.PersonId))
            foreach (var bond in Together(together.Distinct().ToList(), out var share))
                (bond.Meetings, bond.MeetingShare) = (bond.Meetings + 1, bond.MeetingShare + share);
    }

    private async Task Employers(KithDb db, CancellationToken ct)
    {
        var rows = await (
            from position in db.Positions
            join organisation in db.Organisations on position.OrganisationId equals organisation.Id
            select new Stay(organisation.Id, organisation.Name, position.PersonId, position.From, position.To, position.IsCurrent)).ToListAsync(ct);
        foreach (var place in rows.GroupBy(r => r.Organisation))
        {
            var there = place.Select(r => r.Person).Distinct().Count();
            if (there is < 2 or > MostThere)
                continue;
            var stays = place.ToList();
            for (var i = 0; i < stays.Count; i++)
                for (var j = i + 1; j < stays.Count; j++)
                    if (stays[i].Months(stays[j], DateOnly.FromDateTime(db.Clock.GetUtcNow().UtcDateTime)) is > 0 and var months && Of(stays[i].Person, stays[j].Person) is { } bond && months > bond.MonthsTogether)
                        (bond.Organisation, bond.MonthsTogether, bond.PeopleThere) = (stays[i].Name, months, there);
        }
    }

    private IEnumerable<Bond> Together(List<Guid> people, out double share)
    {
        share = 1.0 / Math.Max(1, people.Count - 1);
        return people.Count is < 2 or > MostTogether
            ? []
            : people.SelectMany((one, i) => people.Skip(i + 1).Select(other => Of(one, other))).OfType<Bond>();
    }

    private Bond? Of(Guid one, Guid other)
    {
        if (one == other || Number(one) is not { } a || Number(other) is not { } b)
            return null;
        return bonds.TryGetValue(Pair(a, b), out var bond) ? bond : bonds[Pair(a, b)] = new();
    }

    private static (int, int) Pair(int one, int other) => one < other ? (one, other) : (other, one);

    /// <summary>Somebody's time at an organisation; without dates only what is current is known to overlap.</summary>
    private sealed record Stay(Guid Organisation, string Name, Guid Person, DateOnly? From, DateOnly? To, bool IsCurrent)
    {
        // Of a stay without a beginning it is only known that it is there.
        private const int LeastMonths = 6;

        internal int Months(Stay other, DateOnly today)
        {
            var until = Earlier(End(today), other.End(today));
            if (until is not { } end)
                return 0;
            if ((From, other.From) is not ({ } mine, { } theirs))
                return IsCurrent && other.IsCurrent ? LeastMonths : 0;
            return Math.Max(0, (end.DayNumber - Math.Max(mine.DayNumber, theirs.DayNumber)) / 30);
        }

        private DateOnly? End(DateOnly today) => IsCurrent ? today : To;

        private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => (one, other) is ({ } a, { } b) ? (a < b ? a : b) : null;
    }
}
