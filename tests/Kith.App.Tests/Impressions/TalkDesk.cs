using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Impressions;

namespace Kith.App.Tests.Impressions;

/// <summary>What tests of impressions do at a desk.</summary>
internal static class TalkDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A meeting today with somebody new.</summary>
    internal static async Task<(Guid Person, Guid Talk)> Talked(this Desk desk, string name)
    {
        var (person, talk) = (await desk.Person(name), Ids.New(desk.World.Clock));
        await desk.World.Change(db => db.Add(new Interaction { Id = talk, PersonId = person, Channel = Channel.Meeting, Direction = Direction.Both, At = db.Clock.GetUtcNow().UtcDateTime }));
        return (person, talk);
    }

    /// <summary>A meeting with somebody new, an impression with secrets in it, and a link that asks them.</summary>
    internal static async Task<AskFeedback.Asked> Asked(this Desk desk, string name = "Ana Kovač")
    {
        var (_, talk) = await desk.Talked(name);
        var saved = await desk.Ask((db, clock, _) => SaveImpression.Handle(new(talk, Clarity: 2, Usefulness: 3, Line: "secret line", Asked: "secret question"), db, clock, Ct));
        return await desk.Ask((db, clock, _) => AskFeedback.Handle(new(saved.Impression), db, clock, Ct));
    }
}
