using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Somebody in the decision at a target organisation; where there are several, at the one that weighs most.</summary>
/// <param name="Organisations">All targets where they have a say: their needs count together.</param>
internal sealed record Decider(
    Guid Person, string Name, string SortName, string? Title, Guid Organisation, string At, int? Motivation, DecisionRole? Role, bool HasDecidingTitle, IReadOnlySet<Guid> Organisations)
{
    internal bool IsDecisionMaker => NextShowing.IsDecisionMaker(Role, HasDecidingTitle);

    internal double Say => NextShowing.OfRole(Role, HasDecidingTitle);

    /// <summary>Noted decision makers come first, then titles that decide, then every other role.</summary>
    internal int Rank => Role == DecisionRole.DecisionMaker ? 0 : IsDecisionMaker ? 1 : 2;
}

/// <summary>Reads who is in the decision at the targets of a goal.</summary>
internal static class Deciding
{
    // The rows with a role come first, so whoever works behind so many at the targets has no say that anybody noted.
    private const int MostRows = 10_000;

    /// <summary>Everybody with a role there, and everybody who works there under a title that usually decides: one statement.</summary>
    internal static async Task<IReadOnlyList<Decider>> At(KithDb db, Guid goal, CancellationToken ct)
    {
        var rows = await Jobs(db, goal).Concat(Roles(db, goal)).OrderByDescending(r => r.Role).ThenByDescending(r => r.Motivation).ThenBy(r => r.SortName).ThenBy(r => r.Person)
            .Take(MostRows).AsNoTracking().ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Person).Select(Of).OfType<Decider>()];
    }

    private static Decider? Of(IGrouping<Guid, Row> person)
    {
        var says = person.GroupBy(r => r.Organisation).Select(At).Where(s => s.Role is not null || s.HasDecidingTitle).ToList();
        if (says.Count == 0)
            return null;
        var organisations = says.Select(s => s.Organisation).ToHashSet();
        return says.OrderByDescending(s => NextShowing.OfMotivation(s.Motivation) * s.Say).ThenBy(s => s.At, StringComparer.Ordinal).ThenBy(s => s.Organisation).First() with { Organisations = organisations };
    }

    private static Decider At(IGrouping<Guid, Row> there)
    {
        var one = there.First();
        var jobs = there.Where(r => r.Role < 0).ToList();
        var title = jobs.Select(r => r.Title).OfType<string>().OrderByDescending(t => Seniority.Decides(t)).ThenBy(t => t, StringComparer.Ordinal).FirstOrDefault();
        // A merge may have left two roles for one; the lowest number is the higher say.
        var role = there.Where(r => r.Role >= 0).Select(r => (DecisionRole?)r.Role).Min();
        return new(one.Person, one.Name, one.SortName, title ?? there.Select(r => r.Headline).OfType<string>().FirstOrDefault(), one.Organisation, one.At, one.Motivation, role, Seniority.Decides(title), new HashSet<Guid>());
    }

    private static IQueryable<Row> Jobs(KithDb db, Guid goal) =>
        from target in db.Targets
        where target.GoalId == goal
        join organisation in db.Organisations on target.OrganisationId equals organisation.Id
        join position in db.Positions on target.OrganisationId equals position.OrganisationId
        where position.IsCurrent && position.Kind == PositionKind.Work
        join person in db.People on position.PersonId equals person.Id
        where !person.IsSelf
        select new Row
        {
            Person = person.Id,
            Name = person.FullName,
            SortName = person.SortName,
            Headline = person.Headline,
            Organisation = organisation.Id,
            At = organisation.Name,
            Motivation = target.Motivation,
            Title = position.Title,
            Role = -1,
        };

    private static IQueryable<Row> Roles(KithDb db, Guid goal) =>
        from target in db.Targets
        where target.GoalId == goal
        join organisation in db.Organisations on target.OrganisationId equals organisation.Id
        join role in db.Stakeholders on target.OrganisationId equals role.OrganisationId
        join person in db.People on role.PersonId equals person.Id
        where !person.IsSelf
        select new Row
        {
            Person = person.Id,
            Name = person.FullName,
            SortName = person.SortName,
            Headline = person.Headline,
            Organisation = organisation.Id,
            At = organisation.Name,
            Motivation = target.Motivation,
            Title = null,
            Role = (int)role.Role,
        };

    private sealed class Row
    {
        public Guid Person { get; init; }

        public required string Name { get; init; }

        public required string SortName { get; init; }

        public string? Headline { get; init; }

        public Guid Organisation { get; init; }

        public required string At { get; init; }

        public int? Motivation { get; init; }

        public string? Title { get; init; }

        public int Role { get; init; }
    }
}
