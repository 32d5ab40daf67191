using Kith.Data;
using Kith.Domain;
using Kith.Formats.LinkedIn;
using Position = Kith.Domain.Position;

namespace Kith.Importing;

/// <summary>Connections.csv: people, where they work, and the exchange by which they became a connection.</summary>
internal static class ImportConnections
{
    private const int Chunk = 500;

    internal static async Task Run(ImportSession session)
    {
        var known = new List<KnownConnection>(Chunk);
        foreach (var (row, tally) in session.Read(LinkedInFiles.Connections))
        {
            if (Find(session, row, tally) is not { } key)
                continue;
            var person = session.People.Find(key);
            if (person == KnownPeople.Nobody)
            {
                Add(session, row, key);
                tally.Count(Came.Added);
            }
            else if (CanBeUpdated(session, person, row, tally))
            {
                known.Add(new(person, row, key, tally));
            }
            if (known.Count == Chunk)
                await UpdateConnections.Run(session, known);
            await session.FlushIfFull();
        }
        await UpdateConnections.Run(session, known);
        await session.Staged.Flush(session.Ct);
    }

    /// <summary>The profile's slug; in exports without addresses the name with day and company, so that namesakes stay apart.</summary>
    internal static string KeyOf(Connection row) => row.Slug
        ?? Keys.Of("row:", Folding.Fold(row.Name.Full), Keys.Day(row.ConnectedOn), Folding.Fold(row.Company));

    internal static void AddPosition(ImportSession session, Guid person, string? company, string? title) => session.Staged.Add(new Position
    {
        Id = session.Db.NewId(),
        PersonId = person,
        OrganisationId = company is null ? null : session.Organisation(company),
        Title = title,
        IsCurrent = true,
    });

    internal static void AddEmail(ImportSession session, Guid person, string address) =>
        session.Staged.Add(new PersonEmail { Id = session.Db.NewId(), PersonId = person, Value = address, Label = UpdateConnections.Label });

    internal static void AddExchange(ImportSession session, int person, Connection row, string key)
    {
        var exchange = new Exchange
        {
            Id = session.Db.NewId(),
            PersonId = session.People[person],
            Tactic = Tactic.LinkedInConnection,
            On = row.ConnectedOn,
            SourceKey = Keys.Of(Keys.Connection, key),
        };
        session.Staged.Add(exchange);
        session.FollowUps.Open(person, exchange);
    }

    private static string? Find(ImportSession session, Connection row, Tally tally)
    {
        if (row.IsAnonymous)
        {
            tally.Issues.Report(tally.File, row.Line, "skipped.nobody", "The row names nobody: no name and no profile address (LinkedIn writes this for deleted accounts)");
            return null;
        }
        if (row.Slug is null || row.Slug != session.Owner?.Slug)
            return KeyOf(row);
        tally.Skip("self", "they are you");
        return null;
    }

    private static bool CanBeUpdated(ImportSession session, int person, Connection row, Tally tally)
    {
        if (session.People.Is(person, Mark.Trashed))
            tally.Skip("trashed", "you put these people in the trash, and there they stay");
        else if (session.People.Is(person, Mark.Self))
            tally.Skip("self", "they are you");
        else if (session.People.Is(person, Mark.Connected))
            tally.Issues.Report(tally.File, row.Line, "skipped.twice", $"{row.Name.Full} stands in this file already");
        else
            return true;
        return false;
    }

    private static void Add(ImportSession session, Connection row, string key)
    {
        var person = new Person
        {
            Id = session.Db.NewId(),
            FullName = FullName(row),
            GivenName = Text(row.Name.Given),
            FamilyName = Text(row.Name.Family),
            Suffix = row.Name.Suffix,
            LinkedIn = row.Slug,
            CreatedAt = session.Now,
        };
        var headline = Projections.Headline(row.Title, row.Company);
        var place = session.Add(person, key, headline.Length > 0 ? [headline] : [], row.Emails);
        session.People.Set(place, Mark.Connected);
        foreach (var address in row.Emails)
            AddEmail(session, person.Id, address);
        foreach (var number in row.Phones)
            session.Staged.Add(new PersonPhone { Id = session.Db.NewId(), PersonId = person.Id, Value = number });
        foreach (var website in row.Websites)
            session.Staged.Add(new PersonUrl { Id = session.Db.NewId(), PersonId = person.Id, Value = website });
        if (row.Address is { } address1)
            session.Staged.Add(new PersonAddress { Id = session.Db.NewId(), PersonId = person.Id, Street = address1 });
        if (row.Company is not null || row.Title is not null)
            AddPosition(session, person.Id, row.Company, row.Title);
        AddExchange(session, place, row, key);
    }

    /// <summary>The name to show: hidden names leave only the profile's address.</summary>
    internal static string FullName(Connection row) => Text(row.Name.Full) ?? row.Slug ?? row.Name.AsWritten;

    internal static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>A row of Connections.csv whose person has a row already.</summary>
internal sealed record KnownConnection(int Person, Connection Row, string Key, Tally Tally);
