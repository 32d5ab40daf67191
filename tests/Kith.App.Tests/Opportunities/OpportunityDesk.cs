using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Opportunities;

namespace Kith.App.Tests.Opportunities;

/// <summary>What tests of opportunities do at a desk.</summary>
internal static class OpportunityDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<Guid> Opening(this Desk desk, string title = "Head of Data", OpportunityState state = OpportunityState.Lead, string? at = "Harbor & Finch") =>
        (await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new(title, at, state), db, clock, Ct))).Opportunity;

    internal static Task<MoveOpportunity.Moved> Move(this Desk desk, Guid opening, OpportunityState to, DateOnly? on = null) =>
        desk.Ask((db, clock, _) => MoveOpportunity.Handle(new(opening, to, on), db, clock, Ct));

    internal static Task<PlacePerson.Placed> Place(this Desk desk, Guid opening, Guid person, DecisionRole role) =>
        desk.Ask((db, clock, _) => PlacePerson.Handle(new(opening, role, person), db, clock, Ct));

    internal static async Task<ShowOpportunity.Shown> Show(this Desk desk, Guid opening) => (await desk.Ask((db, clock, _) => ShowOpportunity.Handle(opening, db, clock, Ct)))!;

    internal static async Task<string> Refused<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
