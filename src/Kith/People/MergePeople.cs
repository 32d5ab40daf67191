using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>
/// Makes several people one: everything about them moves to the first, and their rows stay behind with what they said. It is one batch, so
/// taking it back separates them exactly.
/// </summary>
public static class MergePeople
{
    /// <summary>Most people that one act makes one.</summary>
    public const int Most = 20;

    /// <summary>Whose row stays, and who else that person is.</summary>
    public sealed record Command(Guid Keep, IReadOnlyList<Guid> Others);

    /// <summary>The person that stays, and the batch that undo takes back.</summary>
    public sealed record Merged(Guid Person, string Name, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/people/merge", Handle).WithSummary("Make several people one");

    public static async Task<Merged> Handle(Command command, KithDb db, CancellationToken ct)
    {
        var ids = (command.Others ?? []).Distinct().Where(id => id != command.Keep).ToList();
        if (ids.Count is 0 or >= Most)
            throw new RefusedException("merge.count", $"Name two people at least and {Most} at most; the first is who they become.");
        var keep = await db.People.OrRefuse(command.Keep, ct);
        var others = new List<Person>();
        foreach (var id in ids)
            others.Add(await db.People.OrRefuse(id, ct));
        // The owner's own row cannot vanish into somebody else's.
        if (others.Any(o => o.IsSelf))
            throw new RefusedException("merge.self", "That is you. To merge somebody with you, name yourself first.");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Act($"Merged {string.Join(", ", others.Select(o => o.FullName))} into {keep.FullName}");
        foreach (var other in others)
            await Merge(db, keep, other, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(keep.Id, keep.FullName, db.LastBatch!.Value);
    }

    /// <summary>The command that makes these people one, namely the one with most contacts behind them.</summary>
    internal static async Task<Command> MostKnownFirst(IReadOnlyList<Guid> people, KithDb db, CancellationToken ct)
    {
        if (people.Distinct().Count() is < 2 or > Most)
            throw new RefusedException("merge.count", $"Select the rows of one person: two at least, {Most} at most.");
        var known = await db.People.Where(p => people.Contains(p.Id))
            .OrderByDescending(p => db.Interactions.Count(i => i.PersonId == p.Id)).ThenBy(p => p.CreatedAt).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        return known.Count > 1 ? new(known[0], known[1..]) : throw new RefusedException("person.unknown", "The people you selected are not there any more.");
    }

    private static async Task Merge(KithDb db, Person keep, Person other, CancellationToken ct)
    {
        await MovedParts.Move(db, keep.Id, other.Id, ct);
        await MovedFacts.Fill(db, keep, other, ct);
        // Whoever was merged into the other one before is this one now.
        foreach (var earlier in await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.MergedInto == other.Id).ToListAsync(ct))
            earlier.MergedInto = keep.Id;
        await Decide(db, keep.Id, other.Id, ct);
        other.MergedInto = keep.Id;
    }

    // "Different from somebody" was said of a person, so it holds for whom that person turns out to be.
    private static async Task Decide(KithDb db, Guid keep, Guid other, CancellationToken ct)
    {
        var pairs = await db.Duplicates.Where(d => d.FirstId == other || d.SecondId == other || d.FirstId == keep || d.SecondId == keep).ToListAsync(ct);
        var known = pairs.Select(d => (d.FirstId, d.SecondId)).ToHashSet();
        foreach (var pair in pairs.Where(d => d.FirstId == other || d.SecondId == other))
        {
            var third = pair.FirstId == other ? pair.SecondId : pair.FirstId;
            var (first, second) = Duplicate.Pair(keep, third);
            if (third == keep)
                (pair.State, pair.LaterUntil) = (DuplicateState.Same, null);
            else if (pair.State == DuplicateState.Different && known.Add((first, second)))
                db.Add(new Duplicate { Id = db.NewId(), FirstId = first, SecondId = second, Score = pair.Score, Reasons = pair.Reasons, State = DuplicateState.Different });
        }
    }
}
