using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Showcase;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Showcase;

/// <summary>What tests of the showcase do at a desk.</summary>
internal static class Stage
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<Guid> Claim(this Desk desk, string text) => (await desk.Ask((db, _, _) => SaveClaim.Handle(new(text), db, Ct))).Claim;

    internal static async Task<Guid> Proof(this Desk desk, string title, params Guid[] claims) =>
        (await desk.Ask((db, _, _) => SaveEvidence.Handle(new(title, EvidenceKind.Work, Claims: claims), db, Ct))).Evidence;

    internal static Task<LogShowing.Logged> Show(this Desk desk, LogShowing.Command command) => desk.Ask((db, clock, _) => LogShowing.Handle(command, db, clock, Ct));

    internal static Task<ShowMatrix.Board> Board(this Desk desk, int page = 1) => desk.Ask((db, _, _) => ShowMatrix.Handle(page, db, Ct));

    /// <summary>Makes the organisation a target of the goal, which is made where there is none.</summary>
    internal static async Task Target(this Desk desk, Guid organisation, int? motivation = 3)
    {
        var goal = await desk.World.Ask(db => db.Goals.Select(g => (Guid?)g.Id).FirstOrDefaultAsync(Ct));
        var id = goal ?? Ids.New(desk.World.Clock);
        await desk.World.Change(db =>
        {
            if (goal is null)
                db.Add(new Goal { Id = id, RoleFamily = "Head of data", CreatedAt = db.Clock.GetUtcNow().UtcDateTime });
            db.Add(new TargetOrganisation { Id = db.NewId(), GoalId = id, OrganisationId = organisation, Motivation = motivation });
        });
    }

    /// <summary>Somebody with that title at a target.</summary>
    internal static async Task<(Guid Person, Guid Organisation)> Decider(this Desk desk, string name, string organisation, string title = "Head of data", int? motivation = 3)
    {
        var person = await desk.Person(name, p => p.SortName = Folding.Fold(name));
        var at = await desk.Works(person, organisation);
        await desk.World.Ask(async db =>
        {
            (await db.Positions.SingleAsync(p => p.PersonId == person, Ct)).Title = title;
            return await db.SaveChangesAsync(Ct);
        });
        if (!await desk.World.Ask(db => db.Targets.AnyAsync(t => t.OrganisationId == at, Ct)))
            await desk.Target(at, motivation);
        return (person, at);
    }

    internal static async Task<Guid> Need(this Desk desk, Guid organisation, string fact)
    {
        var id = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.Add(new Finding { Id = id, OrganisationId = organisation, Kind = FindingKind.Need, Fact = fact, Source = "They said so" }));
        return id;
    }

    internal static Task<LinkProof.Done> Answers(this Desk desk, Guid claim, Guid need, bool remove = false) => desk.Ask((db, _, _) => LinkProof.Handle(new LinkProof.Match(claim, need, remove), db, Ct));

    internal static async Task<string> Refused<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
