using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Lists introductions and referrals: those under way first, then those that are over; or shows one.</summary>
public static class ListIntroductions
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>One introduction as a row.</summary>
    /// <param name="Next">The steps that may follow.</param>
    public sealed record Row(
        Guid Id, IntroductionKind Kind, Face Connector, Face? Other, string? Opening, IntroductionState State, DateOnly? ChangedOn, bool IsOver, string? Why, string? Blurb,
        string? Outcome, IReadOnlyList<IntroductionState> Next, IReadOnlyList<Open> Loops);

    /// <summary>Somebody in it.</summary>
    public sealed record Face(Guid Id, string Name, string? Headline);

    /// <summary>What is open because of it.</summary>
    public sealed record Open(Guid Id, Guid Person, LoopKind Kind, string? What, DateOnly? Due);

    /// <summary>One page of the list, and how the asked ones came out.</summary>
    /// <param name="Asked">How many were ever asked for.</param>
    /// <param name="Made">How many of those were made.</param>
    /// <param name="Met">How many of those led to a meeting.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Number, int Asked, int Made, int Met);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/introductions", (int? page, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct)).WithSummary("List introductions and referrals");
        api.MapGet("/introductions/{id:guid}", One).WithSummary("Show an introduction");
    }

    public static async Task<Page> Handle(int page, KithDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var counts = await db.Introductions.GroupBy(_ => 1).Select(g => new
        {
            Total = g.Count(),
            Asked = g.Count(i => i.AskedOn != null),
            Made = g.Count(i => i.AskedOn != null && i.MadeOn != null),
            Met = g.Count(i => i.AskedOn != null && i.MetOn != null),
        }).FirstOrDefaultAsync(ct);
        if (counts is null)
            return new([], 0, 1, 0, 0, 0);
        var rows = await Rows(db, db.Introductions.OrderBy(i => i.State == IntroductionState.ReportedBack || i.State == IntroductionState.Declined || i.State == IntroductionState.Lapsed ? 1 : 0)
            .ThenByDescending(i => i.ChangedOn).ThenByDescending(i => i.Id).Skip((number - 1) * Size).Take(Size), ct);
        return new(rows, counts.Total, number, counts.Asked, counts.Made, counts.Met);
    }

    /// <summary>One of them, or a refusal.</summary>
    public static async Task<Row> One(Guid id, KithDb db, CancellationToken ct) =>
        await Rows(db, db.Introductions.Where(i => i.Id == id), ct) is [var one] ? one : throw Find.Unknown<Introduction>();

    private static async Task<IReadOnlyList<Row>> Rows(KithDb db, IQueryable<Introduction> chosen, CancellationToken ct)
    {
        var rows = await (
            from asked in chosen
            select new
            {
                Asked = asked,
                Opening = db.Opportunities.Where(o => o.Id == asked.OpportunityId).Select(o => o.Title).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        var people = rows.Select(r => r.Asked.PersonId).Concat(rows.Select(r => r.Asked.OtherId).OfType<Guid>()).Distinct().ToArray();
        var faces = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new Face(p.Id, p.FullName, p.Headline)).ToDictionaryAsync(f => f.Id, ct);
        var ids = rows.Select(r => (Guid?)r.Asked.Id).ToArray();
        var loops = (await db.Loops.AsNoTracking().Where(l => ids.Contains(l.IntroductionId) && l.State != LoopState.Closed).OrderBy(l => l.Due).ToListAsync(ct)).ToLookup(l => l.IntroductionId);
        return [.. rows.Select(r => new Row(
            r.Asked.Id, r.Asked.Kind, faces[r.Asked.PersonId], r.Asked.OtherId is { } other ? faces[other] : null, r.Opening, r.Asked.State, r.Asked.ChangedOn, r.Asked.IsOver,
            r.Asked.Why, r.Asked.Blurb, r.Asked.Outcome, Introduction.After(r.Asked.State, r.Asked.Kind),
            [.. loops[r.Asked.Id].Select(l => new Open(l.Id, l.PersonId, l.Kind, l.What, l.Due))]))];
    }
}
