using Kith.Domain;
using Kith.Formats.LinkedIn;
using Direction = Kith.Domain.Direction;

namespace Kith.Importing;

/// <summary>Recommendations and endorsements: who vouches for the user, and for whom the user vouched.</summary>
internal static class ImportPraise
{
    internal static async Task Run(ImportSession session)
    {
        var parties = new Parties(session);
        var contacts = new FoundContacts(session);
        await Recommendations(session, parties, contacts, LinkedInFiles.RecommendationsReceived, Direction.In);
        await Recommendations(session, parties, contacts, LinkedInFiles.RecommendationsGiven, Direction.Out);
        foreach (var (row, tally) in session.Read(LinkedInFiles.Endorsements))
        {
            await contacts.StartRow(tally);
            var party = new Party(row.Endorser.Full, row.Endorser.AsWritten, row.ProfileUrl, null);
            if (party.IsAnonymous)
                tally.Skip("anonymous", "endorsements by deleted accounts");
            else if (row.EndorsedAtUtc is null)
                tally.Skip("undated", "endorsements without a date");
            else if (await ImportMessages.Find(session, parties, party, tally) is var person && person != KnownPeople.Nobody)
                contacts.Add(Endorsed(session, row, party, person), person);
        }
        await contacts.Flush();
    }

    private static async Task Recommendations(ImportSession session, Parties parties, FoundContacts contacts, LinkedInFile<Recommendation> file, Direction direction)
    {
        foreach (var (row, tally) in session.Read(file))
        {
            await contacts.StartRow(tally);
            if (row.Name.IsAnonymous)
            {
                tally.Skip("anonymous", "recommendations by deleted accounts");
                continue;
            }
            var person = await Find(session, parties, row, tally);
            if (person == KnownPeople.Nobody)
                continue;
            var key = Keys.Of(Keys.Recommendation, direction.ToString(), Folding.Fold(row.Name.Full), row.Text);
            if (row.CreatedAtUtc is not null)
                contacts.Add(Recommended(session, row, person, direction, key), person);
            await session.Findings.Add(new()
            {
                Id = session.Db.NewId(),
                PersonId = session.People[person],
                Kind = FindingKind.Recommendation,
                Fact = row.Text,
                Source = tally.File,
                On = row.CreatedAtUtc is { } at ? DateOnly.FromDateTime(at) : null,
                SourceKey = key,
            });
        }
        await contacts.Flush();
    }

    // These files give no addresses. Whoever recommends was a connection once, so nobody of that name means that they left the list.
    private static async Task<int> Find(ImportSession session, Parties parties, Recommendation row, Tally tally)
    {
        var key = Keys.Of("row:", "recommendation", Folding.Fold(row.Name.Full), Folding.Fold(row.Company));
        var known = session.People.Find(key);
        IReadOnlyList<int> named = known == KnownPeople.Nobody ? await parties.Named(row.Name.Full, row.Company) : [known];
        if (named.Count > 1)
            tally.Issues.Report(tally.File, row.Line, "person.ambiguous", $"{named.Count} people you know are called {row.Name.Full}, so it is not clear who this is from");
        if (named.Count > 1 || (named.Count == 1 && session.People.Is(named[0], Mark.Trashed)))
            return KnownPeople.Nobody;
        if (named.Count == 1)
            return named[0];
        var person = parties.Add(key, null, row.Name.Full);
        if (row.Company is not null || row.Title is not null)
            ImportConnections.AddPosition(session, session.People[person], row.Company, row.Title);
        session.People.Set(person, Mark.Moved);
        return person;
    }

    private static Interaction Recommended(ImportSession session, Recommendation row, int person, Direction direction, string key) => new()
    {
        Id = session.Db.NewId(),
        PersonId = session.People[person],
        Channel = Channel.Recommendation,
        Direction = direction,
        At = row.CreatedAtUtc!.Value,
        Summary = ImportMessages.Short(row.Text),
        SourceKey = key,
    };

    private static Interaction Endorsed(ImportSession session, Endorsement row, Party party, int person) => new()
    {
        Id = session.Db.NewId(),
        PersonId = session.People[person],
        Channel = Channel.Reaction,
        Direction = Direction.In,
        At = row.EndorsedAtUtc!.Value,
        Summary = $"Endorsed you for {row.Skill}",
        SourceKey = Keys.Of(Keys.Endorsement, party.Slug ?? party.Name, Folding.Fold(row.Skill)),
    };
}
