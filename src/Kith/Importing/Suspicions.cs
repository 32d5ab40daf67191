using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Pairs of people who share an address or number and not the name: the user decides, once.</summary>
internal sealed class Suspicions(ImportSession session)
{
    // Half of what a certain merge needs: it is a question and no answer.
    private const double Score = 0.7;

    private HashSet<(Guid, Guid)> known = [];

    internal static async Task<Suspicions> Load(ImportSession session) => new(session)
    {
        known = [.. (await session.Db.Duplicates.Select(d => new { d.FirstId, d.SecondId }).ToListAsync(session.Ct)).Select(d => (d.FirstId, d.SecondId))],
    };

    /// <summary>Asks whether somebody is one of the others, unless that was done before; false where nothing new is asked.</summary>
    internal bool AddAll(int one, IReadOnlyList<int> others)
    {
        var asked = false;
        foreach (var other in others)
            asked |= Add(one, other);
        return asked;
    }

    private bool Add(int one, int other)
    {
        if (one == other || session.People.Is(one, Mark.Trashed | Mark.Self) || session.People.Is(other, Mark.Trashed | Mark.Self))
            return false;
        var (first, second) = Duplicate.Pair(session.People[one], session.People[other]);
        if (!known.Add((first, second)))
            return false;
        session.Staged.Add(new Duplicate { Id = session.Db.NewId(), FirstId = first, SecondId = second, Score = Score, Reasons = "They share an e-mail address or a number" });
        return true;
    }
}
