using Kith.Data;
using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Finds the people of one page of the list.</summary>
public static class BrowsePeople
{
    /// <summary>Matches of a search are counted up to here; nobody pages through more.</summary>
    public const int MostCounted = 1000;

    /// <summary>One person as a row.</summary>
    public sealed record Row(Guid Id, string Name, string? Headline, Stage Stage, bool IsDormant, int Strength, DateTime? LastContact, DateOnly? NextTouch);

    /// <summary>The rows of the page, how many there are in all, and the day it is.</summary>
    public sealed record Found(PeopleView View, IReadOnlyList<Row> Rows, int Total, DateOnly Today)
    {
        /// <summary>Number of the first row, from 1; 0 when there is none.</summary>
        public int From => Rows.Count == 0 ? 0 : ((View.Page - 1) * PeopleView.PageSize) + 1;

        /// <summary>Number of the last row.</summary>
        public int To => Rows.Count == 0 ? 0 : From + Rows.Count - 1;
    }

    /// <summary>Maps the rows alone, for search as you type.</summary>
    public static void MapRows(IEndpointRouteBuilder pages) =>
        pages.MapGet("/people/rows", async (string? q, string? view, string? stage, string? tag, string? sort, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            new RazorComponentResult(typeof(PeopleRows), new { Found = await Handle(PeopleView.Of(q, view, stage, tag, sort, 1), db, clock, ct) }));

    public static Task<Found> Handle(PeopleView view, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        view is { Q: not null, Sort: null } ? Ranked(view, db, clock, ct) : Sorted(view, db, clock, ct);

    private static async Task<Found> Ranked(PeopleView view, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var matching = Filtered(view, db, clock);
        var ranked = await PeopleSearch.Ranked(matching, view.Q!, clock, ct);
        var total = ranked.Count < PeopleSearch.Most ? ranked.Count : await matching.Take(MostCounted + 1).CountAsync(ct);
        var ids = ranked.Skip((view.Page - 1) * PeopleView.PageSize).Take(PeopleView.PageSize).ToArray();
        var rows = (await Facts(db.People.Where(p => ids.Contains(p.Id))).ToListAsync(ct)).ToDictionary(p => p.Id);
        return new(view, [.. ids.Where(rows.ContainsKey).Select(id => rows[id].Row(clock))], total, clock.Today);
    }

    private static async Task<Found> Sorted(PeopleView view, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var people = Filtered(view, db, clock);
        var total = await people.CountAsync(ct);
        var rows = await Facts(InOrder(people, view.Sort).Skip((view.Page - 1) * PeopleView.PageSize).Take(PeopleView.PageSize)).ToListAsync(ct);
        return new(view, [.. rows.Select(p => p.Row(clock))], total, clock.Today);
    }

    private static IQueryable<Person> Filtered(PeopleView view, KithDb db, WorkspaceClock clock)
    {
        var people = (view.Q is { } q ? db.PeopleMatching(q) : db.People).AsNoTracking().Where(p => !p.IsSelf);
        var dormantBefore = clock.Now.AddYears(-Stages.DormantYears);
        if (view.Stage == "dormant")
            people = people.Where(p => p.LastContact < dormantBefore);
        else if (Enum.TryParse<Stage>(view.Stage, ignoreCase: true, out var stage))
            people = people.Where(p => p.Stage == stage && (p.LastContact == null || p.LastContact >= dormantBefore));
        if (view.Tag is { } tag)
            people = people.Where(p => db.Tags.Any(t => t.PersonId == p.Id && t.Value == tag));
        var today = clock.Today;
        return view.View switch
        {
            "unfollowed" => people.Where(p => db.Loops.Any(l => l.PersonId == p.Id && l.Kind == LoopKind.FollowUp && l.State != LoopState.Closed)),
            "losing" => people.Where(p => p.NextTouch < today || (p.DriftFrom <= today && p.DriftUntil >= today)),
            "targets" => people.Where(p => db.Positions.Any(h => h.PersonId == p.Id && h.IsCurrent && h.Kind == PositionKind.Work
                && db.Targets.Any(t => t.OrganisationId == h.OrganisationId && db.Goals.Any(g => g.Id == t.GoalId && g.State == GoalState.Active)))),
            _ => people,
        };
    }

    // The databases disagree about where nothing sorts, so "has one" is said first.
    private static IQueryable<Person> InOrder(IQueryable<Person> people, string? sort) => sort switch
    {
        "contact" => people.OrderBy(p => p.LastContact == null).ThenByDescending(p => p.LastContact).ThenBy(p => p.SortName).ThenBy(p => p.Id),
        "strength" => people.OrderBy(p => p.Strength == null).ThenByDescending(p => p.Strength).ThenBy(p => p.SortName).ThenBy(p => p.Id),
        "newest" => people.OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id),
        _ => people.OrderBy(p => p.SortName).ThenBy(p => p.Id),
    };

    private static IQueryable<Known> Facts(IQueryable<Person> people) =>
        people.Select(p => new Known(p.Id, p.FullName, p.Headline, p.Stage, p.Strength, p.LastContact, p.NextTouch));

    private sealed record Known(Guid Id, string Name, string? Headline, Stage Stage, int? Strength, DateTime? LastContact, DateOnly? NextTouch)
    {
        internal Row Row(WorkspaceClock clock) => new(
            Id, Name, Headline, Stage, Stages.IsDormant(LastContact, clock.Now), Strength ?? 0,
            LastContact is { } at ? clock.Local(at) : null, NextTouch);
    }
}
