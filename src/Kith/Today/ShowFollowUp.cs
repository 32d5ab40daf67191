using Kith.Data;

namespace Kith.Today;

/// <summary>Shows the follow-up rates of both sides to programs; the page shows them as a tile.</summary>
public static class ShowFollowUp
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/follow-up", (KithDb db, WorkspaceClock clock, CancellationToken ct) => db.FollowUps(clock, ct)).WithSummary("Show the follow-up rates, yours and theirs");
}
