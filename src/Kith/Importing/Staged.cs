using Kith.Data;
using Kith.Domain;

namespace Kith.Importing;

/// <summary>New rows on their way into the database: collected, and written a few thousand at a time in the order of their foreign keys.</summary>
internal sealed class Staged(KithDb db, Guid batch)
{
    private const int Chunk = 2_000;

    /// <summary>The batch the rows are born in.</summary>
    internal Guid Batch => batch;

    private readonly List<Organisation> organisations = [];
    private readonly List<Person> people = [];
    private readonly List<PersonSource> sources = [];
    private readonly List<PersonEmail> emails = [];
    private readonly List<PersonPhone> phones = [];
    private readonly List<PersonUrl> urls = [];
    private readonly List<PersonAddress> addresses = [];
    private readonly List<PersonTag> tags = [];
    private readonly List<Position> positions = [];
    private readonly List<Exchange> exchanges = [];
    private readonly List<Interaction> interactions = [];
    private readonly List<Finding> findings = [];
    private readonly List<Opportunity> opportunities = [];
    private readonly List<Event> events = [];
    private readonly List<Evidence> evidence = [];
    private readonly List<Loop> loops = [];
    private readonly List<Acquaintance> acquaintances = [];
    private readonly List<Duplicate> duplicates = [];
    private int waiting;

    /// <summary>New people, the user not counted.</summary>
    internal int People { get; private set; }

    internal int Organisations { get; private set; }

    internal int Interactions { get; private set; }

    internal int Exchanges { get; private set; }

    /// <summary>All new rows so far.</summary>
    internal int Rows { get; private set; }

    /// <summary>True when enough rows wait to be written.</summary>
    internal bool IsFull => waiting >= Chunk * 4 || people.Count >= Chunk;

    internal void Add(Entity row)
    {
        row.BornIn = batch;
        waiting++;
        Rows++;
        switch (row)
        {
            case Organisation one: organisations.Add(one); Organisations++; break;
            case Person one: people.Add(one); People += one.IsSelf ? 0 : 1; break;
            case PersonSource one: sources.Add(one); break;
            case PersonEmail one: emails.Add(one); break;
            case PersonPhone one: phones.Add(one); break;
            case PersonUrl one: urls.Add(one); break;
            case PersonTag one: tags.Add(one); break;
            case Duplicate one: duplicates.Add(one); break;
            case PersonAddress one: addresses.Add(one); break;
            case Position one: positions.Add(one); break;
            case Exchange one: exchanges.Add(one); Exchanges++; break;
            case Interaction one: interactions.Add(one); Interactions++; break;
            case Finding one: findings.Add(one); break;
            case Opportunity one: opportunities.Add(one); break;
            case Event one: events.Add(one); break;
            case Evidence one: evidence.Add(one); break;
            case Loop one: loops.Add(one); break;
            case Acquaintance one: acquaintances.Add(one); break;
            default: throw new ArgumentException($"An import brings in no {row.GetType().Name}.", nameof(row));
        }
    }

    /// <summary>Writes everything that waits.</summary>
    internal async Task Flush(CancellationToken ct)
    {
        await Write(organisations, ct);
        await Write(people, ct);
        await Write(sources, ct);
        await Write(emails, ct);
        await Write(phones, ct);
        await Write(urls, ct);
        await Write(addresses, ct);
        await Write(tags, ct);
        await Write(positions, ct);
        await Write(exchanges, ct);
        await Write(interactions, ct);
        await Write(findings, ct);
        await Write(opportunities, ct);
        await Write(events, ct);
        await Write(evidence, ct);
        await Write(loops, ct);
        await Write(duplicates, ct);
        await Write(acquaintances, ct);
        waiting = 0;
    }

    private async Task Write<T>(List<T> rows, CancellationToken ct)
        where T : Row
    {
        await db.Insert(rows, ct);
        rows.Clear();
    }
}
