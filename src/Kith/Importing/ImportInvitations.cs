using System.Globalization;
using Kith.Domain;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;
using Direction = Kith.Domain.Direction;

namespace Kith.Importing;

/// <summary>Invitations.csv: the words of an accepted invitation are a contact; one that nobody answered is an open loop.</summary>
internal static class ImportInvitations
{
    /// <summary>Days after which an own invitation without an answer is looked at again.</summary>
    private const int PatienceDays = 7;

    internal static async Task Run(ImportSession session)
    {
        var parties = new Parties(session);
        var contacts = new FoundContacts(session);
        var pending = session.HasEarlierRows && session.Export.Has(LinkedInFiles.Invitations)
            ? (await session.Db.Loops.Where(l => l.SourceKey != null && l.SourceKey.StartsWith(Keys.Pending)).Select(l => l.SourceKey!).ToListAsync(session.Ct)).ToHashSet()
            : [];
        foreach (var (row, tally) in session.Read(LinkedInFiles.Invitations))
        {
            if (Direct(session, row, tally) is not { } direction)
                continue;
            var other = direction == Direction.Out ? row.To : row.From;
            var person = await Find(session, parties, other, row, tally);
            if (person == KnownPeople.Nobody)
                continue;
            if (await IsConnected(session, person))
                await Accepted(session, contacts, new(row, other, person, direction), tally);
            else
                tally.Count(await Open(session, pending, new(row, other, person, direction)));
            await session.FlushIfFull();
        }
        await contacts.Flush();
    }

    private static Direction? Direct(ImportSession session, Invitation row, Tally tally)
    {
        var isMine = row.Direction switch
        {
            Formats.LinkedIn.Direction.Outgoing => true,
            Formats.LinkedIn.Direction.Incoming => false,
            _ => session.Owner?.Is(row.From),
        };
        if (isMine is null)
            tally.Skip("owner", "the file does not tell which side is you; import the whole archive");
        else if ((isMine.Value ? row.To : row.From).IsAnonymous)
            tally.Skip("anonymous", $"invitations of deleted accounts (\"{PersonName.DeletedAccount}\")");
        else
            return isMine.Value ? Direction.Out : Direction.In;
        return null;
    }

    // Older exports give a name only. One person of that name is the one; otherwise it is somebody new.
    private static async Task<int> Find(ImportSession session, Parties parties, Party other, Invitation row, Tally tally)
    {
        if (other.Slug is not null)
            return await ImportMessages.Find(session, parties, other, tally);
        var key = Keys.Of("row:", other.Urn ?? other.Name, Keys.Time(row.SentAtUtc));
        var person = session.People.Find(key);
        if (person == KnownPeople.Nobody && await parties.Named(other.Name) is { Count: > 0 } named)
            return named.Count == 1 ? await ImportMessages.Find(session, parties, other, tally) : Ambiguous(tally);
        if (person == KnownPeople.Nobody)
            return parties.Add(key, null, other.Name);
        return session.People.Is(person, Mark.Trashed) ? KnownPeople.Nobody : person;
    }

    private static int Ambiguous(Tally tally)
    {
        tally.Skip("ambiguous", "they give no profile address and several people you know have that name");
        return KnownPeople.Nobody;
    }

    private static async Task<bool> IsConnected(ImportSession session, int person)
    {
        if (session.People.Is(person, Mark.Connected))
            return true;
        var id = session.People[person];
        return !session.People.Is(person, Mark.New)
            && await session.Db.Exchanges.AnyAsync(e => e.PersonId == id && e.Tactic == Tactic.LinkedInConnection, session.Ct);
    }

    private static async Task Accepted(ImportSession session, FoundContacts contacts, Invited invited, Tally tally)
    {
        await contacts.StartRow(tally);
        if (Contact(session, invited) is not { } contact)
            return;
        // LinkedIn shows the words of an accepted invitation as the first message too; that one is in already.
        var isThere = await session.Db.Interactions.AnyAsync(
            i => i.PersonId == contact.PersonId && i.Direction == contact.Direction && i.Summary == contact.Summary && i.SourceKey != contact.SourceKey, session.Ct);
        if (!isThere)
            contacts.Add(contact, invited.Person);
    }

    private static async Task<Came> Open(ImportSession session, HashSet<string> pending, Invited invited)
    {
        var key = Keys.Of(Keys.Pending, Party(invited.Other), invited.Direction.ToString());
        if (!pending.Add(key))
            return Came.Unchanged;
        var contact = Contact(session, invited);
        var known = contact is not null && session.HasEarlierRows
            ? await session.Db.Interactions.Where(i => i.SourceKey == contact.SourceKey).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(session.Ct)
            : null;
        if (contact is not null && known is null)
            session.Add(contact, invited.Person);
        DateOnly? on = invited.Row.SentAtUtc is { } at ? DateOnly.FromDateTime(at) : null;
        session.Staged.Add(new Loop
        {
            Id = session.Db.NewId(),
            PersonId = session.People[invited.Person],
            Kind = LoopKind.FollowUp,
            What = Words(invited.Direction, on),
            OpenedOn = on,
            Due = on?.AddDays(invited.Direction == Direction.Out ? PatienceDays : Loop.FollowUpDays),
            InteractionId = known ?? contact?.Id,
            SourceKey = key,
        });
        return Came.Added;
    }

    private static string Words(Direction direction, DateOnly? on)
    {
        var day = on?.ToString(" d MMM yyyy", CultureInfo.InvariantCulture);
        return direction == Direction.Out ? $"Invitation sent{day}, not answered" : $"Invitation from them{day}, not answered";
    }

    private static Interaction? Contact(ImportSession session, Invited invited) =>
        invited.Row.SentAtUtc is not { } at || ImportMessages.Short(invited.Row.Message) is not { } words ? null : new()
        {
            Id = session.Db.NewId(),
            PersonId = session.People[invited.Person],
            Channel = Channel.Message,
            Direction = invited.Direction,
            At = at,
            Summary = words,
            SourceKey = Keys.Of(Keys.Invitation, Party(invited.Other), invited.Direction.ToString(), Keys.Time(at)),
        };

    private static string Party(Party party) => party.Slug ?? party.Urn ?? party.Name;

    private sealed record Invited(Invitation Row, Party Other, int Person, Direction Direction);
}
