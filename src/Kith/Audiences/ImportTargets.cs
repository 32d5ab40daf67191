using System.Text;
using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Csv;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Brings a list of organisations onto the list of the goal: pasted lines or a table of name, motivation and posting.</summary>
public static class ImportTargets
{
    /// <summary>The largest list that is read, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly RatedColumn[] columns = [new("motivation", 0, 3), new("posting", 1, 3)];

    /// <summary>The lines: <c>name[, motivation 0-3[, posting 1-3]]</c>.</summary>
    public sealed record Command(string? Lines);

    /// <summary>What came of it.</summary>
    /// <param name="Added">Organisations that are targets now and were not before.</param>
    /// <param name="Changed">Targets whose values changed.</param>
    /// <param name="Unchanged">Targets that stood there like this.</param>
    /// <param name="New">How many of the added were not known at all.</param>
    /// <param name="Issues">Lines that were left out, with their number.</param>
    /// <param name="Batch">What undo takes back; null where nothing changed.</param>
    public sealed record Imported(int Added, int Changed, int Unchanged, int New, IReadOnlyList<Problem> Issues, string Title, Guid? Batch);

    /// <summary>A line that was left out.</summary>
    public sealed record Problem(int Line, string Code, string Message);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/lamp/import", Handle).WithSummary("Bring a list of organisations onto the list of targets");

    public static async Task<Imported> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Lines))
            throw new RefusedException("input.invalid", "Paste at least one organisation, or choose a file.");
        if (Encoding.UTF8.GetByteCount(command.Lines) > MostBytes)
            throw TooLarge;
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(command.Lines));
        return await Read(lines, "list", db, clock, ct);
    }

    /// <summary>The same from a file; a seekable stream of at most <see cref="MostBytes"/>.</summary>
    public static async Task<Imported> Read(Stream source, string file, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (source.Length > MostBytes)
            throw TooLarge;
        var goal = await db.CurrentGoal().Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct) ?? throw SetTarget.NoGoal;
        var issues = new IssueLog();
        var rows = RatedList.Read(source, file, columns, issues).ToList();
        var titled = new Act(db, goal, issues, file);
        var done = await titled.Run(rows, clock, ct);
        return done with { Issues = [.. issues.Items.Select(i => new Problem(i.Line, i.Code, i.Message))] };
    }

    private static RefusedException TooLarge => new("list.large", $"A list has at most {MostBytes / 1024} KiB; forty organisations make a good one.");

    private sealed class Act(KithDb db, Guid goal, IssueLog issues, string file)
    {
        private int added;
        private int changed;
        private int unchanged;

        internal async Task<Imported> Run(List<RatedName> rows, WorkspaceClock clock, CancellationToken ct)
        {
            var targets = await db.Targets.Where(t => t.GoalId == goal).ToDictionaryAsync(t => t.OrganisationId, ct);
            var organisations = await db.OrganisationsNamed(rows.Select(r => r.Name), clock.Now, ct);
            var lines = new Dictionary<Guid, int>();
            var (title, made) = ("Imported a list of targets", new HashSet<Guid>());
            db.Act(title);
            foreach (var row in rows)
            {
                var organisation = organisations[Folding.Fold(row.Name)];
                if (!lines.TryAdd(organisation.Id, row.Line))
                    issues.Report(file, row.Line, "row.twice", $"{organisation.Name} stands on line {lines[organisation.Id]} already");
                else if (!targets.ContainsKey(organisation.Id) && targets.Count >= Aims.MostTargets)
                    Leave(organisation, row.Line);
                else
                    Set(organisation, row, targets, made);
            }
            await db.SaveChangesAsync(ct);
            return new(added, changed, unchanged, made.Count, [], title, db.LastBatch);
        }

        private void Set(Organisation organisation, RatedName row, Dictionary<Guid, TargetOrganisation> targets, HashSet<Guid> made)
        {
            var isNew = !targets.TryGetValue(organisation.Id, out var target);
            if (db.Entry(organisation).State == EntityState.Added)
                made.Add(organisation.Id);
            if (target is null)
                db.Add(target = targets[organisation.Id] = new() { Id = db.NewId(), GoalId = goal, OrganisationId = organisation.Id });
            var before = (target.Motivation, target.Posting);
            (target.Motivation, target.Posting) = (row.Values[0] ?? target.Motivation, row.Values[1] ?? target.Posting);
            _ = isNew ? added++ : before == (target.Motivation, target.Posting) ? unchanged++ : changed++;
        }

        private void Leave(Organisation organisation, int line)
        {
            issues.Report(file, line, "targets.many", $"There are {Aims.MostTargets} targets already; {organisation.Name} was left out");
            if (db.Entry(organisation) is { State: EntityState.Added or EntityState.Modified } entry)
                entry.State = entry.State == EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
        }
    }
}
