using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>One import on its way: what is known, what is new, what is counted. Lives inside one database transaction.</summary>
internal sealed class ImportSession
{
    /// <summary>Issues kept over all files; the rest is counted.</summary>
    private const int MostIssues = 1_000;

    /// <summary>Rows between two reports of progress.</summary>
    private const int Stride = 500;

    private readonly List<Tally> tallies = [];
    private readonly Incoming incoming;
    private readonly Action<ImportProgress>? progress;
    private long rows;

    private ImportSession(KithDb db, WorkspaceClock clock, Incoming incoming, Batch batch, Action<ImportProgress>? progress, CancellationToken ct)
    {
        (Db, Clock, this.incoming, Ct, this.progress) = (db, clock, incoming, ct, progress);
        Staged = new(db, batch.Id);
        Findings = new(this);
        Now = batch.At;
    }

    internal KithDb Db { get; }

    internal WorkspaceClock Clock { get; }

    /// <summary>The LinkedIn export; only importing one asks for it.</summary>
    internal LinkedInExport Export => incoming.Export!;

    internal CancellationToken Ct { get; }

    internal Staged Staged { get; }

    internal FoundFindings Findings { get; }

    internal required KnownPeople People { get; init; }

    internal required FollowUps FollowUps { get; init; }

    internal required KnownOrganisations Organisations { get; init; }

    /// <summary>Whose export it is, as far as it could be told.</summary>
    internal Owner? Owner { get; private init; }

    internal DateTime Now { get; }

    /// <summary>True when the workspace already holds rows that came from an import, so that keys have to be looked up.</summary>
    internal bool HasEarlierRows { get; private init; }

    internal static async Task<ImportSession> Begin(
        KithDb db, WorkspaceClock clock, Incoming incoming, Owner? owner, Batch batch, Action<ImportProgress>? progress, CancellationToken ct)
    {
        var people = await KnownPeople.Load(db, ct);
        return new(db, clock, incoming, batch, progress, ct)
        {
            Owner = owner,
            People = people,
            FollowUps = new(people),
            Organisations = await KnownOrganisations.Load(db, ct),
            HasEarlierRows = await db.Batches.AnyAsync(b => b.IsBulk && b.Id != batch.Id, ct),
        };
    }

    /// <summary>The rows of one kind of file, counted; none where the export has no such file.</summary>
    internal IEnumerable<(T Row, Tally Tally)> Read<T>(LinkedInFile<T> kind)
    {
        var file = Export.Files.FirstOrDefault(f => f.Kind == kind);
        return file is null ? [] : Read(file.Path, Keys.Kind, issues => Export.Read(kind, issues));
    }

    /// <summary>The rows of a file, counted.</summary>
    internal IEnumerable<(T Row, Tally Tally)> Read<T>(string file, string kind, Func<IssueLog, IEnumerable<T>> read)
    {
        var kept = tallies.Sum(t => t.Issues.Items.Count);
        var tally = new Tally(file, kind, new(Math.Max(0, MostIssues - kept)));
        tallies.Add(tally);
        foreach (var row in read(tally.Issues))
        {
            tally.Read++;
            if (++rows % Stride == 0)
                Tell(file);
            yield return (row, tally);
        }
        Tell(file);
    }

    /// <summary>The organisation of that name; a new one where there is none yet.</summary>
    internal Guid Organisation(string name)
    {
        if (Organisations.Find(name) is { } known)
            return known;
        var made = new Organisation { Id = Db.NewId(), Name = name, NameKey = KnownOrganisations.KeyOf(name), CreatedAt = Now };
        Organisations.Add(name, made.Id);
        Staged.Add(made);
        return made.Id;
    }

    /// <summary>Brings in a person who has no row yet. What is known beyond the name comes with the words and headlines.</summary>
    internal int Add(Person person, string key, IReadOnlyCollection<string> headlines, IEnumerable<string> words, string kind = Keys.Kind)
    {
        Projections.Apply(person, [], headlines, words, TieMeasure.Unmeasured);
        Staged.Add(person);
        Staged.Add(new PersonSource { Id = Db.NewId(), PersonId = person.Id, Kind = kind, Key = key });
        return People.Add(person.Id, key, Mark.New);
    }

    /// <summary>Adds a contact, which may answer what is open with that person.</summary>
    internal void Add(Interaction interaction, int person)
    {
        Staged.Add(interaction);
        People.Set(person, Mark.Moved);
        if (interaction.Direction == Domain.Direction.In)
            return;
        if (People.Is(person, Mark.New))
            FollowUps.Answer(person, interaction, DayOf(interaction.At));
        else
            People.Set(person, Mark.Answered);
    }

    /// <summary>
    /// The day of a moment for comparing with LinkedIn's days, which are days in UTC: the later one of UTC's and the user's, so that an
    /// answer on the day of an exchange never falls before it.
    /// </summary>
    internal DateOnly DayOf(DateTime utc)
    {
        var (there, here) = (DateOnly.FromDateTime(utc), Clock.DayOf(utc));
        return there > here ? there : here;
    }

    /// <summary>Writes what waits, when it is enough.</summary>
    internal Task FlushIfFull() => Staged.IsFull ? Staged.Flush(Ct) : Task.CompletedTask;

    /// <summary>Saves changes to rows that were there before; they are logged, so that undo can take them back.</summary>
    internal async Task SaveChanges()
    {
        await Staged.Flush(Ct);
        await Db.SaveChangesAsync(Ct);
        Db.ChangeTracker.Clear();
    }

    internal IReadOnlyList<ImportedFile> Report() => [.. tallies.Select(t => t.Report())];

    private void Tell(string file)
    {
        Ct.ThrowIfCancellationRequested();
        progress?.Invoke(new(file, rows, incoming.BytesRead(), incoming.TotalBytes));
    }
}
