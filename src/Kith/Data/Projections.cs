using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>Columns of a person that are computed from history and stored for lists and searches. Rebuilding them changes nothing.</summary>
public static class Projections
{
    private const int Chunk = 500;

    /// <summary>Computes a person's projections from what is known about them.</summary>
    public static void Apply(Person person, IReadOnlyCollection<Contact> history, IReadOnlyCollection<string> headlines, IEnumerable<string> words, TieMeasure measure)
    {
        person.Headline = headlines.Count == 0 ? null : string.Join("; ", headlines.Take(2));
        person.SortName = Folding.Fold($"{person.FamilyName ?? person.FullName} {person.GivenName}");
        person.SearchText = string.Join(' ', words.Prepend(person.Nickname).Prepend(person.FullName).Concat(headlines).SelectMany(Folding.Words).Distinct());
        person.LastContact = history.Count == 0 ? null : history.Max(c => c.At);
        person.Stage = Stages.Of(history);
        person.Strength = measure.Strength(TieHistory.Of(history));
        var drift = Kith.Domain.Strength.Drift.Of(Rhythm.Days(history), person.LastContact);
        (person.DriftFrom, person.DriftUntil) = (drift?.From, drift?.Until);
        person.NextTouch = person.CadenceDays is { } days ? DateOnly.FromDateTime(person.LastContact ?? person.CreatedAt).AddDays(days) : null;
    }

    /// <summary>One line of what somebody does where.</summary>
    public static string Headline(string? title, string? organisation) => (title, organisation) switch
    {
        (null or "", _) => organisation ?? "",
        (_, null or "") => title,
        _ => $"{title}, {organisation}",
    };

    /// <summary>Rebuilds the projections of these people; the caller saves. Tracks at most the people given.</summary>
    public static async Task Refresh(KithDb db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var measure = await TieMeasure.Of(db, ct);
        foreach (var ids in people.Chunk(Chunk))
        {
            var rows = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
            var history = (await db.Interactions.AsNoTracking().Where(i => ids.Contains(i.PersonId))
                .Select(i => new { i.PersonId, i.At, i.Channel, i.Direction }).ToListAsync(ct)).ToLookup(i => i.PersonId, i => new Contact(i.At, i.Channel, i.Direction));
            var headlines = await Headlines(db, ids, ct);
            var words = (await db.Emails.Where(e => ids.Contains(e.PersonId)).Select(e => new { e.PersonId, e.Id, e.Value })
                .Concat(db.Tags.Where(t => ids.Contains(t.PersonId)).Select(t => new { t.PersonId, t.Id, t.Value })).ToListAsync(ct))
                .OrderBy(w => w.Id).ToLookup(w => w.PersonId, w => w.Value);
            foreach (var person in rows)
                Apply(person, [.. history[person.Id]], [.. headlines[person.Id]], words[person.Id], measure);
        }
    }

    /// <summary>Rebuilds the projections of everybody in the workspace, in flat memory; returns how many had drifted.</summary>
    public static async Task<int> Rebuild(KithDb db, CancellationToken ct)
    {
        await TieMeasure.Refresh(db, ct);
        return await Walk(db, save: true, ct);
    }

    /// <summary>How many people's projections differ from their history; nobody's, unless a write went past this context.</summary>
    public static Task<int> Drift(KithDb db, CancellationToken ct) => Walk(db, save: false, ct);

    /// <summary>The people whose projections the pending changes can move.</summary>
    internal static async Task<IReadOnlyCollection<Guid>> Touched(KithDb db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var pending = db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var people = pending
            .Where(e => e.Entity is Position or Interaction or PersonEmail or PersonTag || (e.Entity is Person && e.State != EntityState.Deleted && !OnlyProjected(e)))
            .Select(e => ((IAboutPerson)e.Entity).AboutPerson!.Value).ToHashSet();
        // What moves to somebody else, as a merge moves it, is missed where it was.
        people.UnionWith(pending.Where(e => e.State == EntityState.Modified && e.Entity is PersonPart && e.Property(nameof(PersonPart.PersonId)).IsModified)
            .Select(e => (Guid)e.Property(nameof(PersonPart.PersonId)).OriginalValue!));
        var renamed = pending.Where(e => e.Entity is Organisation && e.State == EntityState.Modified && e.Property(nameof(Organisation.Name)).IsModified).Select(e => e.Entity.Id).ToList();
        if (renamed.Count > 0)
            people.UnionWith(await db.Positions.Where(p => p.OrganisationId != null && renamed.Contains(p.OrganisationId.Value) && p.IsCurrent).Select(p => p.PersonId).ToListAsync(ct));
        return people;
    }

    private static async Task<int> Walk(KithDb db, bool save, CancellationToken ct)
    {
        var drifted = 0;
        var after = Guid.Empty;
        while (true)
        {
            var ids = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id > after).OrderBy(p => p.Id).Select(p => p.Id).Take(Chunk).ToListAsync(ct);
            if (ids.Count == 0)
                return drifted;
            after = ids[^1];
            await Refresh(db, ids, ct);
            drifted += db.ChangeTracker.Entries<Person>().Count(e => e.State == EntityState.Modified);
            if (save)
                await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static bool OnlyProjected(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
        entry.State == EntityState.Modified && entry.Properties.All(p => !p.IsModified || ChangeLog.Projected.Contains(p.Metadata.Name));

    private static async Task<ILookup<Guid, string>> Headlines(KithDb db, Guid[] ids, CancellationToken ct)
    {
        var current = await (
            from position in db.Positions
            where ids.Contains(position.PersonId) && position.IsCurrent && position.Kind == PositionKind.Work
            join organisation in db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]) on position.OrganisationId equals organisation.Id into at
            from organisation in at.DefaultIfEmpty()
            orderby position.From descending, position.Id descending
            select new { position.PersonId, position.Title, Organisation = organisation == null ? null : organisation.Name }).ToListAsync(ct);
        return current.ToLookup(p => p.PersonId, p => Headline(p.Title, p.Organisation));
    }
}
