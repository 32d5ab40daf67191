using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Shows the target organisations of the current goal in the order of LAMP, with their advocates and what the list lacks.</summary>
public static class ShowLamp
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    // The strongest ties at the targets: whoever stands behind so many is nobody's advocate.
    private const int MostInsiders = 5_000;

    /// <summary>The strongest tie to somebody who works there.</summary>
    public sealed record Advocate(Guid Person, string Name, string? Title, int Strength);

    /// <summary>One target.</summary>
    /// <param name="Rank">Its place in the whole list, from 1.</param>
    /// <param name="Motivation">0-3; null where it is not said.</param>
    /// <param name="Posting">1-3; null where nobody has looked.</param>
    /// <param name="Known">How many people the user knows who work there.</param>
    public sealed record Row(int Rank, Guid Target, Guid Organisation, string Name, string? Industry, string? Place, int? Motivation, int? Posting, Advocate? Advocate, bool KnowsDecider, int Known)
    {
        /// <summary>True for those that are worked on.</summary>
        public bool IsTop => Rank <= Lamp.Top;
    }

    /// <summary>One page of the list and what the whole of it lacks.</summary>
    public sealed record Board(Guid Goal, string RoleFamily, IReadOnlyList<Row> Rows, int Total, int Page, IReadOnlyList<string> Gaps);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/lamp", async (int? page, KithDb db, CancellationToken ct) => await Handle(page ?? 1, db, ct) ?? throw SetTarget.NoGoal).WithSummary("The target organisations in the order of LAMP");

    /// <summary>The page of that number, from 1; null without a goal.</summary>
    public static async Task<Board?> Handle(int page, KithDb db, CancellationToken ct)
    {
        var goal = await db.CurrentGoal().Select(g => new { g.Id, g.RoleFamily }).FirstOrDefaultAsync(ct);
        if (goal is null)
            return null;
        var targets = await (
            from target in db.Targets
            where target.GoalId == goal.Id
            join organisation in db.Organisations on target.OrganisationId equals organisation.Id
            select new Target(target.Id, organisation.Id, organisation.Name, organisation.NameKey, organisation.Industry, organisation.Place, target.Motivation, target.Posting))
            .Take(Aims.MostTargets).ToListAsync(ct);
        var there = (await Insiders(db, goal.Id, ct)).ToLookup(i => i.Organisation);
        var sorted = Lamp.Sort(targets, t => t.Values([.. there[t.Organisation]]));
        var number = Math.Clamp(page, 1, Math.Max(1, (sorted.Count + Size - 1) / Size));
        return new(
            goal.Id, goal.RoleFamily, [.. sorted.Select((t, i) => t.Row(i + 1, [.. there[t.Organisation]])).Skip((number - 1) * Size).Take(Size)], sorted.Count, number,
            Lamp.Gaps([.. sorted.Select(t => t.Values([.. there[t.Organisation]]))]));
    }

    // Known is who was met or was in contact; somebody on a list of names is not.
    private static Task<List<Insider>> Insiders(KithDb db, Guid goal, CancellationToken ct) => (
        from target in db.Targets
        where target.GoalId == goal
        join position in db.Positions on target.OrganisationId equals position.OrganisationId
        where position.IsCurrent && position.Kind == PositionKind.Work
        join person in db.People on position.PersonId equals person.Id
        where !person.IsSelf && (person.LastContact != null || db.Exchanges.Any(e => e.PersonId == person.Id))
        orderby person.Strength ?? 0 descending, person.Id, position.Id
        select new Insider(target.OrganisationId, person.Id, person.FullName, position.Title, person.Strength ?? 0)).Take(MostInsiders).ToListAsync(ct);

    private sealed record Insider(Guid Organisation, Guid Person, string Name, string? Title, int Strength);

    private sealed record Target(Guid Id, Guid Organisation, string Name, string NameKey, string? Industry, string? Place, int? Motivation, int? Posting)
    {
        internal LampValues Values(IReadOnlyList<Insider> there) => new(Id, NameKey, Motivation, Posting, there.Count > 0 ? there[0].Strength : null, there.Any(i => Seniority.Decides(i.Title)));

        internal Row Row(int rank, IReadOnlyList<Insider> there) => new(
            rank, Id, Organisation, Name, Industry, Place, Motivation, Posting,
            there.Count > 0 ? new(there[0].Person, there[0].Name, there[0].Title, there[0].Strength) : null,
            there.Any(i => Seniority.Decides(i.Title)), there.Select(i => i.Person).Distinct().Count());
    }
}
