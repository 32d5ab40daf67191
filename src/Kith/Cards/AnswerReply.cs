using Kith.Data;
using Kith.Domain;

namespace Kith.Cards;

/// <summary>Accepts what somebody wrote on the user's card, or dismisses it. A stranger wrote it, so nothing follows from it before.</summary>
public static class AnswerReply
{
    /// <summary>
    /// Which reply; false dismisses it. It is from that person, else from whom the card was given to, unless it is somebody else: an address is
    /// passed on, and a stranger must not end up in the data of a friend.
    /// </summary>
    public sealed record Command(Guid Reply, bool Accept, Guid? Person = null, bool IsSomebodyElse = false);

    /// <summary>The person it was accepted as, what was done, and the batch that undo takes back.</summary>
    public sealed record Done(Guid? Person, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/cards/replies", Handle).WithSummary("Accept or dismiss a reply to your card");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var reply = await db.CardReplies.OrRefuse(command.Reply, ct);
        if (reply.State != ReplyState.New)
            throw new RefusedException("cardreply.done", "This reply was accepted or dismissed already.");
        if (!command.Accept)
        {
            db.Act("Dismissed a reply to your card");
            reply.State = ReplyState.Dismissed;
            await db.SaveChangesAsync(ct);
            return new(null, "Dismissed", db.LastBatch!.Value);
        }
        var handOut = await db.HandOuts.OrRefuse(reply.HandOutId, ct);
        var said = new ReceiveCard.Command(
            reply.Name, reply.Headline, Email: reply.Email, Phone: reply.Phone, Note: reply.Note, Event: handOut.EventId, On: clock.DayOf(reply.At), Person: command.IsSomebodyElse ? null : command.Person ?? handOut.PersonId);
        var (person, isNew) = await ReceiveCard.Whom(said, db, clock, ct);
        var title = $"Took in the card of {person.FullName}";
        db.Act(title);
        await ReceiveCard.Write(said, person, isNew, clock.DayOf(reply.At), db, clock, ct);
        (reply.State, reply.PersonId) = (ReplyState.Accepted, person.Id);
        handOut.PersonId ??= handOut.Label is null ? person.Id : null;
        await db.SaveChangesAsync(ct);
        await Projections.Refresh(db, [person.Id], ct);
        await db.SaveChangesAsync(ct);
        return new(person.Id, title, db.LastBatch!.Value);
    }
}
