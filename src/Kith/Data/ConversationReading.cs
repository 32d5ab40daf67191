using Kith.Domain;

namespace Kith.Data;

/// <summary>Reading the contacts in which both spoke.</summary>
public static class ConversationReading
{
    /// <summary>The contacts that <see cref="Domain.Ratings.Conversations.IsOne"/> names, with anybody but the user and nobody in the trash.</summary>
    public static IQueryable<Interaction> Conversations(this KithDb db) =>
        db.Interactions.Where(i => i.Direction == Direction.Both && (i.Channel == Channel.Meeting || i.Channel == Channel.Call || i.Channel == Channel.Event)
            && db.People.Any(p => p.Id == i.PersonId && !p.IsSelf));
}
