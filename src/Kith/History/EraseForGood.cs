using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.History;

/// <summary>Erases one person or organisation from the trash, with every row about them. It cannot be taken back.</summary>
public static class EraseForGood
{
    /// <summary>What was erased.</summary>
    public sealed record Erased(string Name);

    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/trash/{id:guid}", Handle).WithSummary("Erase for good what is in the trash");

    public static async Task<Erased> Handle(Guid id, KithDb db, CancellationToken ct)
    {
        if (await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.TrashedAt != null, ct) is { } person)
        {
            await Person(db, person, ct);
            return new(person.FullName);
        }
        var organisation = await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.TrashedAt != null, ct)
            ?? throw new RefusedException("trash.unknown", "That is not in the trash.");
        await Organisation(db, organisation, ct);
        return new(organisation.Name);
    }

    /// <summary>Erases a person: the parts and the history go with the row, then what the log says about them.</summary>
    internal static async Task<int> Person(KithDb db, Person person, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Messages refer to loops, and loops to exchanges and interactions, so they go first.
        await db.WrittenMessages.Where(m => m.PersonId == person.Id).ExecuteDeleteAsync(ct);
        await db.Loops.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync(ct);
        await LeaveLoops(db, person.Id, ct);
        await LeaveApproaches(db, person.Id, ct);
        await Forget(db, db.Changes.Where(c => c.PersonId == person.Id), person.FullName, ct);
        foreach (var merged in await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking().Where(p => p.MergedInto == person.Id).ToListAsync(ct))
        {
            await Forget(db, db.Changes.Where(c => c.PersonId == merged.Id), merged.FullName, ct);
            await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == merged.Id).ExecuteDeleteAsync(ct);
        }
        var erased = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == person.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return erased;
    }

    // Loops with others may still refer to this person's history, after a merge that was taken back in part. The contact that closed one was erased
    // by the user's decision, and that is what now closes it.
    private static async Task LeaveLoops(KithDb db, Guid person, CancellationToken ct)
    {
        var closed = db.Loops.Where(l => db.Interactions.Any(i => i.Id == l.EvidenceId && i.PersonId == person));
        await closed.ExecuteUpdateAsync(l => l.SetProperty(x => x.EvidenceId, (Guid?)null).SetProperty(x => x.Decision, "The contact that closed it was erased"), ct);
        await db.Loops.Where(l => db.Interactions.Any(i => i.Id == l.InteractionId && i.PersonId == person)).ExecuteUpdateAsync(l => l.SetProperty(x => x.InteractionId, (Guid?)null), ct);
        await db.Loops.Where(l => db.Exchanges.Any(e => e.Id == l.ExchangeId && e.PersonId == person)).ExecuteUpdateAsync(l => l.SetProperty(x => x.ExchangeId, (Guid?)null), ct);
    }

    // What is open with others because of this person stays open, without saying because of whom.
    private static async Task LeaveApproaches(KithDb db, Guid person, CancellationToken ct)
    {
        await db.Introductions.Where(i => i.OtherId == person).ExecuteUpdateAsync(i => i.SetProperty(x => x.OtherId, (Guid?)null).SetProperty(x => x.Blurb, (string?)null).SetProperty(x => x.Why, (string?)null), ct);
        await db.SequenceRuns.Where(r => r.SecondId == person).ExecuteUpdateAsync(r => r.SetProperty(x => x.SecondId, (Guid?)null), ct);
        await db.Loops.Where(l => db.Introductions.Any(i => i.Id == l.IntroductionId && i.PersonId == person)).ExecuteUpdateAsync(l => l.SetProperty(x => x.IntroductionId, (Guid?)null), ct);
        await db.Loops.Where(l => db.SequenceRuns.Any(r => r.Id == l.RunId && r.PersonId == person)).ExecuteUpdateAsync(l => l.SetProperty(x => x.RunId, (Guid?)null), ct);
        await db.WrittenMessages.Where(m => db.Introductions.Any(i => i.Id == m.IntroductionId && i.PersonId == person)).ExecuteUpdateAsync(m => m.SetProperty(x => x.IntroductionId, (Guid?)null), ct);
        await db.HandOuts.Where(h => h.PersonId == person).ExecuteDeleteAsync(ct);
    }

    /// <summary>Erases an organisation: positions there and targets go, opportunities stay without it.</summary>
    internal static async Task<int> Organisation(KithDb db, Organisation organisation, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var people = await db.Positions.Where(p => p.OrganisationId == organisation.Id).Select(p => p.PersonId).Distinct().ToListAsync(ct);
        await db.Positions.Where(p => p.OrganisationId == organisation.Id).ExecuteDeleteAsync(ct);
        await db.Targets.Where(t => t.OrganisationId == organisation.Id).ExecuteDeleteAsync(ct);
        await db.SequenceRuns.Where(r => r.OrganisationId == organisation.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.OrganisationId, (Guid?)null), ct);
        await db.Opportunities.Where(o => o.OrganisationId == organisation.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.OrganisationId, (Guid?)null), ct);
        await Forget(db, db.Changes.Where(c => c.RowId == organisation.Id), organisation.Name, ct);
        var erased = await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => o.Id == organisation.Id).ExecuteDeleteAsync(ct);
        await Projections.Refresh(db, people, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return erased;
    }

    // The log repeats what it changed, and its titles repeat the name: erased means erased there too.
    private static async Task Forget(KithDb db, IQueryable<Change> changes, string name, CancellationToken ct)
    {
        await db.Batches.Where(b => changes.Any(c => c.BatchId == b.Id) && b.Title.Contains(name))
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.Title, x => x.Title.Replace(name, "somebody erased")), ct);
        await changes.ExecuteDeleteAsync(ct);
    }
}
