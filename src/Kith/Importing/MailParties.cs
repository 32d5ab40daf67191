using Kith.Formats.Contacts;
using Kith.Formats.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Finds the person behind an address in mail. One address is one person, unless two names that do not fit use it.</summary>
internal sealed class MailParties(ImportSession session, MailSurvey survey, KnownContacts known, Suspicions pairs)
{
    private const int Chunk = 500;

    private readonly Dictionary<string, int> found = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, string> nameless = [];

    /// <summary>The person, a new one where nobody has the address; nobody for a desk the user never wrote to, and for who is in the trash.</summary>
    internal int FindOrAdd(MailAddress partner, Tally tally)
    {
        if (!found.TryGetValue(partner.Email!, out var person))
            found[partner.Email!] = person = Look(partner.Email!, tally);
        if (person == KnownPeople.Nobody)
            tally.Skip("office", "from desks such as info@ and orders@ that you never wrote to");
        else if (session.People.Is(person, Mark.Trashed))
            tally.Skip("trashed", "with people you put in the trash");
        else if (!session.People.Is(person, Mark.Self))
            return person;
        return KnownPeople.Nobody;
    }

    /// <summary>Gives their name to people who were known by nothing but their address.</summary>
    internal async Task Name()
    {
        foreach (var ids in nameless.Keys.Chunk(Chunk))
        {
            foreach (var person in await session.Db.People.Where(p => ids.Contains(p.Id)).ToListAsync(session.Ct))
                person.FullName = nameless[person.Id];
            await session.SaveChanges();
        }
    }

    private int Look(string address, Tally tally)
    {
        var seen = survey.Find(address);
        var match = known.FindByAddress(address, seen?.Name);
        if (match.Person != KnownPeople.Nobody)
        {
            if (seen?.Name is { } name && match.IsNameless && !session.People.Is(match.Person, Mark.Trashed | Mark.Self))
                nameless[session.People[match.Person]] = name;
            return match.Person;
        }
        if (seen?.WasWrittenTo != true && MailRules.IsOffice(address))
            return KnownPeople.Nobody;
        var row = new ContactRecord { Name = NameOf(seen?.Name), Emails = [new(address)] };
        var called = seen?.Name ?? address;
        var person = ImportContacts.Add(session, row, called, KnownContacts.KeyOf(row, called), ImportMail.Kind);
        known.Learn(row, called, person);
        if (pairs.AddAll(person, match.Suspects))
            tally.Proposed++;
        return person;
    }

    // Where to cut three words nobody knows; an address book will tell.
    private static ContactName NameOf(string? name) =>
        name?.Split(' ') is [var given, var family] ? new() { Full = name, Given = given, Family = family } : new() { Full = name ?? "" };
}
