using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.FollowUps;

/// <summary>The plain model beside the product: which loops were ever opened, by which batch, and whom the user erased.</summary>
internal sealed class LoopModel(World world, Workspace workspace)
{
    private readonly Dictionary<Guid, (Guid Person, Guid Batch)> known = [];
    private readonly HashSet<Guid> erased = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Says that the user erased a person for good, and with it what is open with them.</summary>
    internal void Erased(IReadOnlyCollection<Guid> people) => erased.UnionWith(known.Where(l => people.Contains(l.Value.Person)).Select(l => l.Key));

    /// <summary>What is wrong now; nothing, if the promise holds.</summary>
    internal Task<IReadOnlyList<string>> Faults() => world.Ask<IReadOnlyList<string>>(
        async db =>
        {
            var loops = await db.Loops.AsNoTracking().ToListAsync(Ct);
            var undone = await db.Batches.AsNoTracking().Select(b => new { b.Id, b.UndoneAt }).ToDictionaryAsync(b => b.Id, b => b.UndoneAt != null, Ct);
            var evidence = (await db.Interactions.Select(i => i.Id).ToListAsync(Ct)).ToHashSet();
            var hidden = (await db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Where(p => p.MergedInto != null).Select(p => p.Id).ToListAsync(Ct)).ToHashSet();
            var running = await db.SequenceRuns.AsNoTracking().ToListAsync(Ct);
            Remember(loops, undone.Keys.DefaultIfEmpty().Max());
            var there = loops.Select(l => l.Id).ToHashSet();
            return [.. Lost(there, undone), .. loops.SelectMany(l => Wrong(l, evidence)), .. loops.Where(l => hidden.Contains(l.PersonId)).Select(l => $"loop {l.Id} is hidden with somebody who was merged"), .. running.SelectMany(r => Wrong(r, loops))];
        },
        workspace);

    // A loop that is seen for the first time was opened by the last batch, or carries the import it came with.
    private void Remember(List<Loop> loops, Guid last)
    {
        foreach (var loop in loops)
            known[loop.Id] = (loop.PersonId, known.TryGetValue(loop.Id, out var seen) ? seen.Batch : loop.BornIn ?? last);
    }

    private IEnumerable<string> Lost(HashSet<Guid> there, Dictionary<Guid, bool> undone) =>
        from loop in known
        where !there.Contains(loop.Key) && !erased.Contains(loop.Key) && !undone.GetValueOrDefault(loop.Value.Batch)
        select $"loop {loop.Key} is lost; the batch {loop.Value.Batch} that opened it stands";

    private static IEnumerable<string> Wrong(Loop loop, HashSet<Guid> evidence)
    {
        var isClosed = loop.State == LoopState.Closed;
        if (isClosed && loop.EvidenceId is { } id && !evidence.Contains(id))
            yield return $"loop {loop.Id} is closed on evidence that is gone";
        if (isClosed && loop.EvidenceId is null && string.IsNullOrWhiteSpace(loop.Decision))
            yield return $"loop {loop.Id} is closed without evidence or decision";
        if (isClosed && loop.ClosedOn is null)
            yield return $"loop {loop.Id} is closed on no day";
        if (!isClosed && (loop.EvidenceId is not null || loop.Decision is not null))
            yield return $"loop {loop.Id} is open but carries its end";
    }

    private static IEnumerable<string> Wrong(SequenceRun run, List<Loop> loops)
    {
        var open = loops.Count(l => l.RunId == run.Id && l.State != LoopState.Closed);
        if (run.State == RunState.Running && open == 0)
            yield return $"run {run.Id} runs without an open step";
        if (run.State != RunState.Running && open > 0)
            yield return $"run {run.Id} is over and has an open step";
    }
}
