using Kith.Domain;
using Kith.Formats.LinkedIn;
using Direction = Kith.Domain.Direction;

namespace Kith.Importing;

/// <summary>messages.csv: what the user wrote and was written. In a group a message counts with its sender, or with those the user wrote to.</summary>
internal static class ImportMessages
{
    /// <summary>A message to more people than this is an announcement; it counts with the first of them.</summary>
    private const int MostRecipients = 10;

    private const int MostLetters = 500;

    internal static async Task Run(ImportSession session)
    {
        var parties = new Parties(session);
        var contacts = new FoundContacts(session);
        foreach (var (row, tally) in session.Read(LinkedInFiles.Messages))
        {
            await contacts.StartRow(tally);
            if (Direct(session, row, tally) is not { } direction)
                continue;
            foreach (var party in Others(session, row, direction, tally))
                if (await Find(session, parties, party, tally) is var person && person != KnownPeople.Nobody)
                    contacts.Add(Contact(session, row, party, person, direction), person);
        }
        await contacts.Flush();
    }

    /// <summary>The first letters of a text, never half of a character.</summary>
    internal static string? Short(string? text, int most = MostLetters)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>The person, or nobody with the reason counted.</summary>
    internal static async Task<int> Find(ImportSession session, Parties parties, Party party, Tally tally)
    {
        var person = party.Slug is { } slug ? parties.FindOrAdd(slug, party.Name) : await FindByName(parties, party, tally);
        if (person == KnownPeople.Nobody || !session.People.Is(person, Mark.Trashed | Mark.Self))
            return person;
        if (session.People.Is(person, Mark.Trashed))
            tally.Skip("trashed", "they are about people you put in the trash");
        return KnownPeople.Nobody;
    }

    private static async Task<int> FindByName(Parties parties, Party party, Tally tally)
    {
        var named = await parties.Named(party.Name);
        if (named.Count == 1)
            return named[0];
        tally.Skip(named.Count == 0 ? "unmatched" : "ambiguous", named.Count == 0
            ? "they give no profile address and no person you know has that name"
            : "they give no profile address and several people you know have that name");
        return KnownPeople.Nobody;
    }

    private static Direction? Direct(ImportSession session, Message row, Tally tally)
    {
        if (row.IsDraft)
            tally.Skip("draft", "drafts that were never sent");
        else if (string.Equals(row.Folder, "SPAM", StringComparison.OrdinalIgnoreCase))
            tally.Skip("spam", "messages in the spam folder");
        else if (row.From.IsAnonymous)
            tally.Skip("anonymous", $"messages of deleted accounts (\"{PersonName.DeletedAccount}\")");
        else if (row.AtUtc is null)
            tally.Skip("undated", "messages without a date");
        else if (row.Direction != Formats.LinkedIn.Direction.Unknown)
            return row.Direction == Formats.LinkedIn.Direction.Outgoing ? Direction.Out : Direction.In;
        else if (session.Owner is { } owner)
            return owner.Is(row.From) ? Direction.Out : Direction.In;
        else
            tally.Skip("owner", "the file does not tell which side is you; import the whole archive");
        return null;
    }

    private static Party[] Others(ImportSession session, Message row, Direction direction, Tally tally)
    {
        if (direction == Direction.In)
            return [row.From];
        Party[] others = [.. row.To.Where(p => !p.IsAnonymous && session.Owner?.Is(p) != true).DistinctBy(p => p.Slug ?? p.Name).Take(MostRecipients)];
        if (others.Length == 0)
            tally.Skip("anonymous", $"messages to deleted accounts (\"{PersonName.DeletedAccount}\")");
        return others;
    }

    private static Interaction Contact(ImportSession session, Message row, Party party, int person, Direction direction) => new()
    {
        Id = session.Db.NewId(),
        PersonId = session.People[person],
        Channel = Channel.Message,
        Direction = direction,
        At = row.AtUtc!.Value,
        Summary = Short(row.Text) ?? Short(row.Subject),
        Thread = row.ConversationId,
        SourceKey = Keys.Of(Keys.Message, row.ConversationId, Keys.Time(row.AtUtc), row.From.Slug ?? row.From.Name, party.Slug ?? party.Name, row.Text),
    };
}
