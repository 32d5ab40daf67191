using System.Security.Cryptography;
using System.Text;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>
/// Offers what an export of LinkedIn brought in: skills as claims, positions that are described and recommendations as evidence; and takes over what
/// the user picks. Each carries a natural key, so that taking it again changes nothing.
/// </summary>
public static class TakeOver
{
    /// <summary>Offers shown at once.</summary>
    public const int Most = 200;

    private const int MostRead = 1_000;
    private const int MostTitle = 200;
    private const int MostPart = 4_000;

    /// <summary>What becomes of an offer.</summary>
    public enum Offered
    {
        Claim,
        Work,
        Recommendation,
    }

    /// <summary>Something to take over, and the key by which it is known.</summary>
    public sealed record Offer(string Key, Offered As, string Title, string? Text, DateOnly? On);

    /// <summary>What can be taken over: at most so many at once, of so many.</summary>
    public sealed record Offers(IReadOnlyList<Offer> Open, int Total);

    /// <summary>The keys of what is taken.</summary>
    public sealed record Command(IReadOnlyList<string>? Keys);

    /// <summary>How many became claims and evidence, and the batch that undo takes back; no batch where nothing was new.</summary>
    public sealed record Taken(int Claims, int Evidence, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/showcase/suggestions", (KithDb db, CancellationToken ct) => Handle(db, ct)).WithSummary("What LinkedIn brought in that can be shown");
        api.MapPost("/showcase/suggestions", (Command command, KithDb db, CancellationToken ct) => Handle(command, db, ct)).WithSummary("Take over skills, positions and recommendations");
    }

    public static async Task<Offers> Handle(KithDb db, CancellationToken ct)
    {
        var open = await Open(db, ct);
        return new([.. open.Take(Most)], open.Count);
    }

    /// <summary>Takes over what was picked, in one act.</summary>
    public static async Task<Taken> Handle(Command command, KithDb db, CancellationToken ct)
    {
        var keys = (command.Keys ?? []).ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0)
            throw new RefusedException("offer.none", "Tick what you want to take over.");
        var picked = (await Open(db, ct)).Where(o => keys.Contains(o.Key)).ToList();
        var places = await db.Claims.Select(c => c.Place).ToListAsync(ct);
        var claims = picked.Where(o => o.As == Offered.Claim).ToList();
        if (places.Count + claims.Count > Claim.Most)
            throw new RefusedException("claim.many", $"There is room for {Claim.Most} claims, and {places.Count} are there. Pick at most {Math.Max(0, Claim.Most - places.Count)}: the ones you would show first.");
        var title = $"Took over {Counted(claims.Count, "claim", "claims")} and {Counted(picked.Count - claims.Count, "piece of evidence", "pieces of evidence")} from LinkedIn";
        db.Act(title);
        var next = places.Count == 0 ? 0 : places.Max() + 1;
        db.AddRange(claims.Select((o, i) => new Claim { Id = db.NewId(), Text = o.Title, Place = next + i, SourceKey = o.Key }));
        db.AddRange(picked.Where(o => o.As != Offered.Claim).Select(o => new Evidence
        {
            Id = db.NewId(),
            Kind = o.As == Offered.Work ? EvidenceKind.Work : EvidenceKind.Recommendation,
            Title = o.Title,
            Action = o.As == Offered.Work ? o.Text : null,
            Result = o.As == Offered.Work ? null : o.Text,
            On = o.On,
            SourceKey = o.Key,
        }));
        await db.SaveChangesAsync(ct);
        return new(claims.Count, picked.Count - claims.Count, title, db.LastBatch);
    }

    private static async Task<List<Offer>> Open(KithDb db, CancellationToken ct)
    {
        var claims = await db.Claims.AsNoTracking().Select(c => new { c.Text, c.SourceKey }).ToListAsync(ct);
        var taken = (await db.Evidence.AsNoTracking().Where(e => e.SourceKey != null).Select(e => e.SourceKey!).ToListAsync(ct)).Concat(claims.Select(c => c.SourceKey).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var offers = (await Skills(db, ct)).Where(s => !claims.Exists(c => SaveClaim.IsSame(c.Text, s.Title))).Concat(await Jobs(db, ct)).Concat(await Recommendations(db, ct));
        return [.. offers.DistinctBy(o => o.Key).Where(o => !taken.Contains(o.Key))];
    }

    private static async Task<IEnumerable<Offer>> Skills(KithDb db, CancellationToken ct) =>
        (await db.Findings.AsNoTracking().Where(f => f.Kind == FindingKind.Skill && db.People.Any(p => p.IsSelf && p.Id == f.PersonId)).OrderBy(f => f.Id).Select(f => f.Fact).Take(MostRead).ToListAsync(ct))
        .Select(fact => fact.Trim()).Where(fact => fact.Length is > 0 and <= MostTitle).Select(fact => new Offer(Key("skill", fact), Offered.Claim, fact, null, null));

    private static async Task<IEnumerable<Offer>> Jobs(KithDb db, CancellationToken ct)
    {
        var rows = await (
            from position in db.Positions.AsNoTracking()
            where position.Kind == PositionKind.Work && position.Description != null && db.People.Any(p => p.IsSelf && p.Id == position.PersonId)
            join place in db.Organisations on position.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            orderby position.From descending, position.Id
            select new { position.Title, organisation.Name, position.Description, position.From }).Take(MostRead).ToListAsync(ct);
        return rows.Where(r => !string.IsNullOrWhiteSpace(r.Description) && (r.Title ?? r.Name) is not null)
            .Select(r => new Offer(Key("job", r.Title, r.Name, $"{r.From:yyyy-MM-dd}"), Offered.Work, Cut(Projections.Headline(r.Title, r.Name), MostTitle), Cut(r.Description!.Trim(), MostPart), r.From));
    }

    // What others wrote about the user stands with them, and so does what the user wrote about them: the file it came from tells the two apart.
    private static async Task<IEnumerable<Offer>> Recommendations(KithDb db, CancellationToken ct)
    {
        var rows = await (
            from finding in db.Findings.AsNoTracking()
            where finding.Kind == FindingKind.Recommendation
            join person in db.People on finding.PersonId equals person.Id
            where !person.IsSelf
            orderby finding.On descending, finding.Id
            select new { finding.Fact, finding.Source, finding.On, person.FullName }).Take(MostRead).ToListAsync(ct);
        return rows.Where(r => r.Source.Contains("received", StringComparison.OrdinalIgnoreCase))
            .Select(r => new Offer(Key("praise", r.FullName, r.Fact), Offered.Recommendation, Cut($"Recommendation by {r.FullName}", MostTitle), Cut(r.Fact, MostPart), r.On));
    }

    private static string Key(string kind, params ReadOnlySpan<string?> parts) =>
        $"own:{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts).ToUpperInvariant())))[..24]}";

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
