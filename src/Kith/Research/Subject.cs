using Kith.Data;
using Kith.Domain;

namespace Kith.Research;

/// <summary>What homework is about: exactly one person, organisation or event.</summary>
internal static class Subject
{
    /// <summary>Its name, or a refusal where it is none, several, or not there.</summary>
    internal static async Task<string> Of(Guid? person, Guid? organisation, Guid? gathering, string noun, KithDb db, CancellationToken ct) => (person, organisation, gathering) switch
    {
        ({ } id, null, null) => (await db.People.OrRefuse(id, ct)).FullName,
        (null, { } id, null) => (await db.Organisations.OrRefuse(id, ct)).Name,
        (null, null, { } id) => (await db.Events.OrRefuse(id, ct)).Name,
        _ => throw new RefusedException($"{noun}.about", $"A {noun} is about one organisation, one person or one event."),
    };
}
