using Kith.App.Tests.Today;
using Kith.Cards;
using Kith.Domain;

namespace Kith.App.Tests.Cards;

/// <summary>What tests of cards do at a desk.</summary>
internal static class CardDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<Guid> Card(this Desk desk, byte[]? photo = null, bool takesReplies = true) => (await desk.Ask((db, clock, _) =>
        SaveCard.Handle(new("Recruiters", "Ada Harbor", "Analyst", "Finch Ports", Email: "ada@finch.example", TakesReplies: takesReplies, Photo: photo), db, clock, Ct))).Card;

    internal static Task<GiveCard.Given> Give(this Desk desk, Guid card, Guid? person = null, Guid? at = null, string? label = null, DateOnly? on = null) =>
        desk.Ask((db, clock, _) => GiveCard.Handle(new(card, person, at, label, on), db, clock, Ct));

    internal static async Task<Guid> Replied(this Desk desk, GiveCard.Given given, string name, string? email = null)
    {
        var id = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.Add(new CardReply { Id = id, HandOutId = given.HandOut, Name = name, Email = email, At = db.Clock.GetUtcNow().UtcDateTime }));
        return id;
    }

    internal static Task Visited(this Desk desk, GiveCard.Given given, params VisitKind[] kinds) => desk.World.Change(db =>
        db.AddRange(kinds.Select(kind => new CardVisit { Id = db.NewId(), HandOutId = given.HandOut, Kind = kind, At = db.Clock.GetUtcNow().UtcDateTime })));
}
