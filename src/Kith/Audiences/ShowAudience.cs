using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Shows who fits an audience and why, what is known about them and what comes next; and the organisations that fit.</summary>
public static class ShowAudience
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 25;

    private const int MostOrganisations = 10;

    private const int MostLookedAt = 20_000;

    /// <summary>Somebody who fits.</summary>
    /// <param name="Findings">How many facts were found out about them.</param>
    /// <param name="Next">What is open with them; null where nothing is.</param>
    public sealed record Row(
        Guid Person, string Name, string? Headline, int Score, IReadOnlyList<FitReason> Reasons, Stage Stage, bool IsDormant, int Strength, DateTime? LastContact, int Findings, Open? Next);

    /// <summary>A loop that is open with somebody.</summary>
    public sealed record Open(Guid Loop, LoopKind Kind, string? What, DateOnly? Due);

    /// <summary>An organisation in the fields or places of the audience.</summary>
    public sealed record Place(Guid Organisation, string Name, int Score, IReadOnlyList<FitReason> Reasons, bool IsTarget);

    /// <summary>One page of the people, and the best of the organisations.</summary>
    /// <param name="IsCut">True where not everybody was looked at, because there are too many.</param>
    public sealed record Shown(
        Guid Id, string Name, bool EveryGoal, string? Titles, string? Fields, string? Places, string? Tag, DecisionRole? Role, bool DecidersOnly, bool AtTargetsOnly, IReadOnlyList<string> Asks,
        IReadOnlyList<Row> People, int Total, int Whole, int Page, bool IsCut, IReadOnlyList<Place> Organisations, int OrganisationsTotal);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audiences/{id:guid}", (Guid id, int? page, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(id, page ?? 1, db, clock, ct)).WithSummary("Show who fits an audience, and why");

    public static async Task<Shown> Handle(Guid id, int page, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var found = await db.Audiences.AsNoTracking().Where(a => a.Id == id).Select(a => new { Audience = a, Goal = db.CurrentGoal().Select(g => (Guid?)g.Id).FirstOrDefault() }).FirstOrDefaultAsync(ct)
            ?? throw Find.Unknown<Audience>();
        var (audience, goal) = (found.Audience, found.Audience.GoalId ?? found.Goal);
        var profiles = await Profiles.Read(db, [audience], goal, ct);
        var fits = profiles.Fitting(audience);
        var number = Math.Clamp(page, 1, Math.Max(1, (fits.Count + Size - 1) / Size));
        var people = await Rows(db, [.. fits.Skip((number - 1) * Size).Take(Size)], clock, ct);
        var places = await Organisations(db, audience, goal, ct);
        return new(
            audience.Id, audience.Name, audience.GoalId is null, audience.Titles, audience.Fields, audience.Places, audience.Tag, audience.Role, audience.DecidersOnly, audience.AtTargetsOnly,
            ListAudiences.Words(audience), people, fits.Count, fits.Count(f => f.Fit.Score == Fit.Whole), number, profiles.IsCut, [.. places.Take(MostOrganisations)], places.Count);
    }

    private static async Task<IReadOnlyList<Row>> Rows(KithDb db, IReadOnlyList<(Guid Person, Fit Fit)> fits, WorkspaceClock clock, CancellationToken ct)
    {
        var ids = fits.Select(f => f.Person).ToArray();
        var facts = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.FullName,
            p.Headline,
            p.Stage,
            p.Strength,
            p.LastContact,
            Findings = db.Findings.Count(f => f.PersonId == p.Id),
        }).ToDictionaryAsync(p => p.Id, ct);
        var open = (await db.Loops.AsNoTracking().Where(l => ids.Contains(l.PersonId) && l.State == LoopState.Open).OrderBy(l => l.Due == null).ThenBy(l => l.Due).ThenBy(l => l.Id)
            .Select(l => new { l.PersonId, Loop = new Open(l.Id, l.Kind, l.What, l.Due) }).ToListAsync(ct)).ToLookup(l => l.PersonId, l => l.Loop);
        return
        [
            .. fits.Where(f => facts.ContainsKey(f.Person)).Select(f => (f.Fit, Of: facts[f.Person])).Select(f => new Row(
                f.Of.Id, f.Of.FullName, f.Of.Headline, f.Fit.Score, f.Fit.Reasons, f.Of.Stage, Stages.IsDormant(f.Of.LastContact, clock.Now), f.Of.Strength ?? 0,
                f.Of.LastContact is { } at ? clock.Local(at) : null, f.Of.Findings, open[f.Of.Id].FirstOrDefault())),
        ];
    }

    // Only fields and places can be asked of an organisation; the best come first, and of those the ones that are no targets yet.
    private static async Task<IReadOnlyList<Place>> Organisations(KithDb db, Audience audience, Guid? goal, CancellationToken ct)
    {
        if (Fit.Of(audience, null, null) is null)
            return [];
        var rows = await db.Organisations.AsNoTracking().Where(o => o.Industry != null || o.Place != null).OrderBy(o => o.NameKey).Take(MostLookedAt)
            .Select(o => new { o.Id, o.Name, o.Industry, o.Place, IsTarget = db.Targets.Any(t => t.GoalId == goal && t.OrganisationId == o.Id) }).ToListAsync(ct);
        return
        [
            .. rows.Select(o => (Of: o, Fit: Fit.Of(audience, o.Industry, o.Place)!)).Where(o => o.Fit.Score > 0)
                .OrderByDescending(o => o.Fit.Score).ThenBy(o => o.Of.IsTarget).Select(o => new Place(o.Of.Id, o.Of.Name, o.Fit.Score, o.Fit.Reasons, o.Of.IsTarget)),
        ];
    }
}
