using Kith.Data;
using Kith.Domain;

namespace Kith.Today;

/// <summary>Whom and what an action of Today is about.</summary>
internal static class Subject
{
    internal static async Task<(Person Person, Loop? Loop)> Find(KithDb db, Guid person, Guid? loop, CancellationToken ct)
    {
        var who = await db.People.OrRefuse(person, ct);
        if (loop is not { } id)
            return (who, null);
        var what = await db.Loops.OrRefuse(id, ct);
        if (what.PersonId != who.Id)
            throw new RefusedException("loop.unknown", $"That is not open between you and {who.FullName}.");
        if (what.State == LoopState.Closed)
            throw new RefusedException("loop.closed", $"That is done already; nothing is open there with {who.FullName}.");
        return (who, what);
    }
}
