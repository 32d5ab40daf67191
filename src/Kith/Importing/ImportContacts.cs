using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Contacts;

namespace Kith.Importing;

/// <summary>
/// An address book, whatever program wrote it: people and what is known about them. A record finds its person by the program's own key, the
/// LinkedIn profile, an e-mail address or a number; a name alone never makes two people one.
/// </summary>
internal static class ImportContacts
{
    private const int Chunk = 500;

    internal static async Task Run(ImportSession session, string kind, string file, Func<IssueLog, IEnumerable<ContactRecord>> read)
    {
        var known = await KnownContacts.Load(session, kind);
        var pairs = await Suspicions.Load(session);
        var waiting = new List<KnownContact>(Chunk);
        foreach (var (row, tally) in session.Read(file, kind, read))
        {
            if (ContactFacts.Name(row) is not { } name)
            {
                tally.Issues.Report(file, row.Line, "skipped.nobody", "The record names nobody: it has no name, organisation, e-mail address or number");
                continue;
            }
            var match = known.Find(row, name);
            var person = match.Person;
            if (person == KnownPeople.Nobody)
            {
                person = Add(session, row, name, KnownContacts.KeyOf(row, name), kind);
                tally.Count(Came.Added);
            }
            else if (CanBeUpdated(session, person, tally))
            {
                waiting.Add(new(person, row, KnownContacts.KeyOf(row, name), tally));
            }
            known.Learn(row, name, person);
            if (pairs.AddAll(person, match.Suspects))
                tally.Proposed++;
            if (waiting.Count == Chunk)
                await UpdateContacts.Run(session, kind, waiting);
            await session.FlushIfFull();
        }
        await UpdateContacts.Run(session, kind, waiting);
        await session.Staged.Flush(session.Ct);
    }

    private static bool CanBeUpdated(ImportSession session, int person, Tally tally)
    {
        if (session.People.Is(person, Mark.Trashed))
            tally.Skip("trashed", "you put these people in the trash, and there they stay");
        else if (session.People.Is(person, Mark.Self))
            tally.Skip("self", "they are you");
        else
            return true;
        return false;
    }

    /// <summary>Brings in a person whom nobody knows yet.</summary>
    internal static int Add(ImportSession session, ContactRecord row, string name, string key, string kind)
    {
        var person = new Person
        {
            Id = session.Db.NewId(),
            FullName = name,
            GivenName = row.Name.Given,
            FamilyName = row.Name.Family,
            AdditionalName = row.Name.Additional,
            Prefix = row.Name.Prefix,
            Suffix = row.Name.Suffix,
            Nickname = row.Name.Nickname,
            Birthday = row.Birthday,
            Notes = row.Notes,
            // A profile stands at one person only; somebody who holds it already was found by it, or is in the trash.
            LinkedIn = row.LinkedIn is { } slug && session.People.Find(slug) == KnownPeople.Nobody ? slug : null,
            CreatedAt = session.Now,
        };
        var headlines = row.Positions.Where(p => p.Current).Select(p => Projections.Headline(p.Title, p.Organisation)).Where(h => h.Length > 0).ToList();
        var place = session.Add(person, key, headlines, [.. row.Emails.Select(e => e.Value), .. row.Categories], kind);
        if (person.LinkedIn is { } own)
            session.People.Alias(own, place);
        foreach (var part in ContactFacts.Parts(session, person.Id, row))
            session.Staged.Add(part);
        return place;
    }
}

/// <summary>A record whose person has a row already.</summary>
internal sealed record KnownContact(int Person, ContactRecord Row, string Key, Tally Tally);
