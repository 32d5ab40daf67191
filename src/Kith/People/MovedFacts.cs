using Kith.Data;
using Kith.Domain;

namespace Kith.People;

/// <summary>Brings the facts of a person's own row over to whom they turned out to be: what is missing there is filled, what differs is told as a finding.</summary>
internal static class MovedFacts
{
    private const string Source = "Merged";

    internal static async Task Fill(KithDb db, Person keep, Person other, CancellationToken ct)
    {
        keep.GivenName ??= other.GivenName;
        keep.FamilyName ??= other.FamilyName;
        keep.AdditionalName ??= other.AdditionalName;
        keep.Prefix ??= other.Prefix;
        keep.Suffix ??= other.Suffix;
        keep.Nickname ??= other.Nickname;
        keep.CadenceDays ??= other.CadenceDays;
        keep.QuietUntil ??= other.QuietUntil;
        keep.Notes = Both(keep.Notes, other.Notes);
        if (Folding.Fold(keep.FullName) != Folding.Fold(other.FullName))
            Tell(db, keep, $"Also written {other.FullName}");
        if (keep.Birthday is not null && other.Birthday is not null && keep.Birthday != other.Birthday)
            Tell(db, keep, $"Birthday also given as {other.Birthday}");
        keep.Birthday ??= other.Birthday;
        await LinkedIn(db, keep, other, ct);
    }

    // A profile address stands at one person only; the row left behind gives it up, and a second profile becomes a web address.
    private static async Task LinkedIn(KithDb db, Person keep, Person other, CancellationToken ct)
    {
        if (other.LinkedIn is not { } slug)
            return;
        if (keep.LinkedIn is null)
        {
            other.LinkedIn = null;
            await db.SaveChangesAsync(ct);
            keep.LinkedIn = slug;
        }
        else
            db.Add(new PersonUrl { Id = db.NewId(), PersonId = keep.Id, Value = $"https://www.linkedin.com/in/{Uri.EscapeDataString(slug)}", Label = "LinkedIn" });
    }

    private static string? Both(string? one, string? other) => (one, other) switch
    {
        (null or "", _) => other,
        (_, null or "") => one,
        _ => one.Contains(other, StringComparison.Ordinal) ? one : $"{one}\n\n{other}",
    };

    private static void Tell(KithDb db, Person about, string fact) =>
        db.Add(new Finding { Id = db.NewId(), PersonId = about.Id, Fact = fact, Source = Source, On = DateOnly.FromDateTime(db.Clock.GetUtcNow().UtcDateTime) });
}
