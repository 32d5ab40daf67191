using Kith.Domain;

namespace Kith.Data;

/// <summary>Somebody who is new, made from the name that was typed.</summary>
internal static class PeopleCalled
{
    /// <summary>A person of that name, not yet added; refused where the name says nothing.</summary>
    internal static Person NewPerson(this KithDb db, string? typed, DateTime now)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Folding.Fold(name).Length == 0)
            throw new RefusedException("person.name-missing", "Say who it was; a first name is enough.");
        // The last word is the family name: right more often than not, and one edit away where it is not.
        var cut = name.LastIndexOf(' ');
        return new()
        {
            Id = db.NewId(),
            FullName = name,
            GivenName = cut < 0 ? name : name[..cut],
            FamilyName = cut < 0 ? null : name[(cut + 1)..],
            CreatedAt = now,
        };
    }
}
