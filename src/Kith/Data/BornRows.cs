using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>The rows that a bulk batch created: they carry its id instead of one log line each.</summary>
internal static class BornRows
{
    private static readonly System.Reflection.MethodInfo AnyChild =
        typeof(BornRows).GetMethod(nameof(IsReferredTo), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    private const string Touched = "it was changed again later";

    /// <summary>
    /// Removes what the batch brought in. A person it brought in who has a later history (a log line, a row made by hand or by another import)
    /// stays, with everything the batch brought about them. Of what it added about others, only what was changed since stays.
    /// </summary>
    internal static async Task<int> Remove(KithDb db, Batch batch, List<Kept> kept, CancellationToken ct)
    {
        var alive = await Alive(db, batch, ct);
        kept.AddRange(alive.Select(person => new Kept(person, nameof(Person), "you have worked with this person since")));
        var since = Reversal.Since(db, batch);

        var removed = 0;
        removed += await db.CardReplies.Where(r => r.BornIn == batch.Id && !since.Any(c => c.RowId == r.Id)).ExecuteDeleteAsync(ct);
        removed += await db.CardVisits.Where(v => db.HandOuts.Any(h => h.Id == v.HandOutId && h.BornIn == batch.Id) && !db.CardReplies.Any(r => r.HandOutId == v.HandOutId)).ExecuteDeleteAsync(ct);
        removed += await db.HandOuts.Where(h => h.BornIn == batch.Id && !db.CardReplies.Any(r => r.HandOutId == h.Id) && !since.Any(c => c.RowId == h.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Cards.Where(c => c.BornIn == batch.Id && !db.HandOuts.Any(h => h.CardId == c.Id) && !since.Any(x => x.RowId == c.Id)).ExecuteDeleteAsync(ct);
        removed += await Delete(db.WrittenMessages);
        removed += await Delete(db.Feedback);
        removed += await Delete(db.Impressions.Where(i => !db.Feedback.Any(f => f.ImpressionId == i.Id)));
        removed += await Delete(db.Showings);
        removed += await Delete(db.OpportunityPeople);
        removed += await Own(db.Contributions);
        removed += await Own(db.OpportunitySteps);
        removed += await Own(db.CriterionRatings);
        removed += await Own(db.Proofs);
        removed += await Own(db.NeedMatches);
        removed += await Own(db.Evidence.Where(e => !db.Proofs.Any(p => p.EvidenceId == e.Id) && !db.Showings.Any(s => s.EvidenceId == e.Id) && !db.Contributions.Any(c => c.EvidenceId == e.Id)));
        removed += await Own(db.Claims.Where(c => !db.Proofs.Any(p => p.ClaimId == c.Id) && !db.Showings.Any(s => s.ClaimId == c.Id) && !db.Contributions.Any(x => x.ClaimId == c.Id) && !db.NeedMatches.Any(n => n.ClaimId == c.Id)));
        removed += await Own(db.Reviews);
        removed += await Own(db.MessageTemplates);
        removed += await Delete(db.Loops);
        removed += await Delete(db.Interactions.Where(i => !db.Loops.Any(l => l.InteractionId == i.Id || l.EvidenceId == i.Id)
            && !db.Impressions.Any(x => x.InteractionId == i.Id) && !db.Showings.Any(x => x.InteractionId == i.Id) && !db.WrittenMessages.Any(x => x.InteractionId == i.Id)));
        removed += await Delete(db.Exchanges.Where(e => !db.Loops.Any(l => l.ExchangeId == e.Id) && !db.HandOuts.Any(h => h.ExchangeId == e.Id)));
        removed += await Delete(db.SequenceRuns.Where(r => !db.Loops.Any(l => l.RunId == r.Id)));
        removed += await Delete(db.Introductions.Where(i => !db.Loops.Any(l => l.IntroductionId == i.Id)));
        removed += await Delete(db.Positions);
        removed += await Delete(db.Emails);
        removed += await Delete(db.Phones);
        removed += await Delete(db.Urls);
        removed += await Delete(db.Addresses);
        removed += await Delete(db.Tags);
        removed += await Delete(db.Sources);
        removed += await Delete(db.Acquaintances);
        removed += await Delete(db.Answers);
        removed += await Delete(db.Briefs);
        removed += await Delete(db.Stakeholders);
        removed += await db.Findings.Where(f => f.BornIn == batch.Id && (f.PersonId == null || !EF.Parameter(alive).Contains(f.PersonId.Value)) && !db.NeedMatches.Any(n => n.FindingId == f.Id) && !since.Any(c => c.RowId == f.Id))
            .ExecuteDeleteAsync(ct);
        removed += await db.Questions.Where(q => q.BornIn == batch.Id && (q.PersonId == null || !EF.Parameter(alive).Contains(q.PersonId.Value)) && !db.Findings.Any(f => f.QuestionId == q.Id) && !since.Any(c => c.RowId == q.Id))
            .ExecuteDeleteAsync(ct);
        removed += await db.Duplicates.Where(d => d.BornIn == batch.Id && !since.Any(c => c.RowId == d.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Opportunities.Where(o => o.BornIn == batch.Id && !db.Introductions.Any(i => i.OpportunityId == o.Id) && !db.Loops.Any(l => l.OpportunityId == o.Id)
            && !db.OpportunityPeople.Any(p => p.OpportunityId == o.Id) && !db.OpportunitySteps.Any(x => x.OpportunityId == o.Id) && !db.Contributions.Any(x => x.OpportunityId == o.Id)
            && !db.CriterionRatings.Any(x => x.OpportunityId == o.Id) && !since.Any(c => c.RowId == o.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Attendees.Where(a => a.BornIn == batch.Id && !since.Any(c => c.RowId == a.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Events.Where(e => e.BornIn == batch.Id && !db.Exchanges.Any(x => x.EventId == e.Id) && !db.Interactions.Any(x => x.EventId == e.Id)
            && !db.Attendees.Any(x => x.EventId == e.Id) && !db.HandOuts.Any(x => x.EventId == e.Id) && !db.Questions.Any(x => x.EventId == e.Id)
            && !db.Findings.Any(x => x.EventId == e.Id) && !since.Any(c => c.RowId == e.Id)).ExecuteDeleteAsync(ct);
        removed += await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.BornIn == batch.Id && !EF.Parameter(alive).Contains(p.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => o.BornIn == batch.Id
            && !db.Positions.Any(p => p.OrganisationId == o.Id) && !db.Targets.Any(t => t.OrganisationId == o.Id)
            && !db.Stakeholders.Any(s => s.OrganisationId == o.Id) && !db.Questions.Any(q => q.OrganisationId == o.Id) && !db.SequenceRuns.Any(r => r.OrganisationId == o.Id)
            && !db.Findings.Any(f => f.OrganisationId == o.Id) && !db.Opportunities.Any(p => p.OrganisationId == o.Id)
            && !since.Any(c => c.RowId == o.Id)).ExecuteDeleteAsync(ct);
        await Recompute(db, batch, ct);
        return removed;

        Task<int> Own<T>(IQueryable<T> rows)
            where T : Entity =>
            rows.Where(r => r.BornIn == batch.Id && !since.Any(c => c.RowId == r.Id)).ExecuteDeleteAsync(ct);

        async Task<int> Delete<T>(IQueryable<T> rows)
            where T : PersonPart
        {
            var born = rows.Where(r => r.BornIn == batch.Id && !EF.Parameter(alive).Contains(r.PersonId));
            var gone = await born.Where(r => !since.Any(c => c.RowId == r.Id)).ExecuteDeleteAsync(ct);
            kept.AddRange((await born.Select(r => r.Id).ToListAsync(ct)).Select(id => new Kept(id, typeof(T).Name, Touched)));
            return gone;
        }
    }

    /// <summary>True when rows that another batch made hang on this one, so that removing it would lose them.</summary>
    /// <param name="staying">Rows of the batch itself that stay, so that what they refer to stays, too.</param>
    internal static async Task<bool> HasOthers(KithDb db, Entity row, Guid batch, IReadOnlyCollection<Guid> staying, CancellationToken ct) => row switch
    {
        Person p => await Others(db, p.Id, batch, staying).AnyAsync(ct),
        _ => await HasChildren(db, row, batch, staying, ct),
    };

    private static async Task<bool> HasChildren(KithDb db, Entity row, Guid batch, IReadOnlyCollection<Guid> staying, CancellationToken ct)
    {
        foreach (var key in db.Model.FindEntityType(row.GetType())!.GetReferencingForeignKeys())
        {
            // A visit of a card is a trace of it, not something the user added: it goes along.
            if (key.DeclaringEntityType.ClrType == typeof(CardVisit))
                continue;
            var column = key.Properties.Single(p => p.Name != nameof(Row.WorkspaceId)).Name;
            if (await (Task<bool>)AnyChild.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, column, row.Id, batch, staying, ct])!)
                return true;
        }
        return false;
    }

    private static Task<bool> IsReferredTo<T>(KithDb db, string column, Guid id, Guid batch, IReadOnlyCollection<Guid> staying, CancellationToken ct)
        where T : Row =>
        db.Set<T>().IgnoreQueryFilters(new[] { KithDb.TrashFilter }).AnyAsync(r => EF.Property<Guid?>(r, column) == id
            && (EF.Parameter(staying).Contains(r.Id) || !db.Changes.Any(c => c.RowId == r.Id && c.BatchId == batch)), ct);

    private static IQueryable<Guid> Others(KithDb db, Guid person, Guid batch, IReadOnlyCollection<Guid> staying) =>
        About(db).Where(r => r.PersonId == person && (EF.Parameter(staying).Contains(r.Id) || !db.Changes.Any(c => c.RowId == r.Id && c.BatchId == batch))).Select(r => r.Id);

    // Hand-made rows have no BornIn; rows of another import have another one. One list, because it is looked into once a table.
    private static Task<List<Guid>> Alive(KithDb db, Batch batch, CancellationToken ct)
    {
        var born = db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Where(p => p.BornIn == batch.Id);
        var marked = Reversal.Since(db, batch).Where(c => c.PersonId != null).Select(c => c.PersonId!.Value);
        var others = About(db).Where(r => r.BornIn != batch.Id).Select(r => r.PersonId);
        return born.Where(p => marked.Contains(p.Id) || others.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
    }

    private static IQueryable<Part> About(KithDb db) =>
        db.Loops.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn })
            .Concat(db.Interactions.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Exchanges.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Positions.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Acquaintances.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Acquaintances.Select(r => new Part { Id = r.Id, PersonId = r.OtherId, BornIn = r.BornIn }))
            .Concat(db.Stakeholders.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Briefs.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.WrittenMessages.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Showings.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Impressions.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Feedback.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.OpportunityPeople.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Introductions.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Introductions.Where(r => r.OtherId != null).Select(r => new Part { Id = r.Id, PersonId = r.OtherId!.Value, BornIn = r.BornIn }))
            .Concat(db.SequenceRuns.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.SequenceRuns.Where(r => r.SecondId != null).Select(r => new Part { Id = r.Id, PersonId = r.SecondId!.Value, BornIn = r.BornIn }))
            .Concat(db.Questions.Where(r => r.PersonId != null).Select(r => new Part { Id = r.Id, PersonId = r.PersonId!.Value, BornIn = r.BornIn }))
            .Concat(db.Attendees.Where(r => r.PersonId != null).Select(r => new Part { Id = r.Id, PersonId = r.PersonId!.Value, BornIn = r.BornIn }))
            .Concat(db.HandOuts.Where(r => r.PersonId != null).Select(r => new Part { Id = r.Id, PersonId = r.PersonId!.Value, BornIn = r.BornIn }))
            .Concat(db.CardReplies.Where(r => r.PersonId != null).Select(r => new Part { Id = r.Id, PersonId = r.PersonId!.Value, BornIn = r.BornIn }))
            .Concat(db.Findings.Where(r => r.PersonId != null).Select(r => new Part { Id = r.Id, PersonId = r.PersonId!.Value, BornIn = r.BornIn }));

    // People who were there before lose what the batch added to their history, so their projections move.
    private static async Task Recompute(KithDb db, Batch batch, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await Projections.Rebuild(db, ct);
        // Rebuilding forgets what it has seen, and the caller has yet to mark the batch as taken back.
        db.Attach(batch);
    }

    private sealed class Part
    {
        public Guid Id { get; init; }

        public Guid PersonId { get; init; }

        public Guid? BornIn { get; init; }
    }
}
