using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Values several target organisations at once: how much each is wanted, and whether it has an opening.</summary>
public static class ValueTargets
{
    /// <summary>The values as they are to be; null is not said.</summary>
    public sealed record Command(IReadOnlyList<Value> Values);

    /// <summary>The values of one target.</summary>
    public sealed record Value(Guid Target, int? Motivation, int? Posting);

    /// <summary>How many changed, and the batch that undo takes back; no batch where none did.</summary>
    public sealed record Done(int Changed, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/lamp", Handle).WithSummary("Value several target organisations at once");

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        if (command.Values is not { Count: > 0 and <= Aims.MostTargets })
            throw new RefusedException("input.invalid", $"Value between 1 and {Aims.MostTargets} organisations at once.");
        if (command.Values.Any(v => v.Motivation is < 0 or > 3 || v.Posting is < 1 or > 3))
            throw new RefusedException("input.invalid", "Motivation is 0 to 3, posting is 1 to 3.");
        var wanted = command.Values.DistinctBy(v => v.Target).ToDictionary(v => v.Target);
        var ids = wanted.Keys.ToArray();
        var targets = await db.Targets.Where(t => ids.Contains(t.Id)).ToListAsync(ct);
        if (targets.Count < ids.Length)
            throw new RefusedException("target.unknown", "An organisation was taken off the list meanwhile; look at the list again.");
        var changed = targets.Where(t => (t.Motivation, t.Posting) != (wanted[t.Id].Motivation, wanted[t.Id].Posting)).ToList();
        var title = changed.Count switch { 0 => "Nothing was changed", 1 => "Valued 1 target", var count => $"Valued {count} targets" };
        db.Act(title);
        foreach (var target in changed)
            (target.Motivation, target.Posting) = (wanted[target.Id].Motivation, wanted[target.Id].Posting);
        await db.SaveChangesAsync(ct);
        return new(changed.Count, title, db.LastBatch);
    }
}
