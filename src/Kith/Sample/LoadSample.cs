using Kith.Data;
using Kith.Domain;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Sample;

/// <summary>Fills the workspace with a plainly fictitious network that shows every state; one undo removes it.</summary>
public static class LoadSample
{
    /// <summary>Kind of the <see cref="PersonSource"/> of everybody in it.</summary>
    internal const string Kind = "sample";

    // The same network every time; only its dates move with the day it is loaded on.
    private const int Seed = 20260101;

    /// <summary>Confirmed: also where the workspace has people already.</summary>
    public sealed record Command(bool Confirmed = false);

    /// <summary>What was brought in, and the batch that undo takes back.</summary>
    public sealed record Loaded(Guid Batch, int People, int Organisations, int Exchanges, int Interactions, int Loops);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/sample", Post).RequireAuthorization().ExcludeFromDescription();

    public static async Task<Loaded> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (await db.Sources.AnyAsync(s => s.Kind == Kind, ct))
            throw new RefusedException("sample.loaded", "The sample data is here already. Undo it under History to begin anew.");
        if (!command.Confirmed && await db.People.AnyAsync(p => !p.IsSelf, ct))
            throw new RefusedException("sample.not-empty", "There are people here already, and the sample would stand among them. Say so explicitly if you want that.");

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var batch = new Batch { Id = db.NewId(), Title = "Loaded sample data", Who = db.Who, At = db.Clock.GetUtcNow().UtcDateTime, IsBulk = true };
        db.Add(batch);
        await db.SaveChangesAsync(ct);
        db.Continue(batch);
        var rows = await Fill(db, batch.Id, clock, ct);
        await transaction.CommitAsync(ct);
        return new(batch.Id, rows.People.Count(p => !p.IsSelf && p.TrashedAt is null), rows.Organisations.Count, rows.Exchanges.Count, rows.Interactions.Count, rows.Loops.Count);
    }

    private static async Task<IResult> Post([FromForm] bool? confirmed, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        try
        {
            var loaded = await Handle(new(confirmed ?? false), db, clock, ct);
            http.Say(new($"Loaded a sample network of {loaded.People} people. None of them exists.", loaded.Batch));
        }
        catch (RefusedException no)
        {
            http.Say(new(no.Message));
        }
        return Results.LocalRedirect("/");
    }

    private static async Task<SampleRows> Fill(KithDb db, Guid batch, WorkspaceClock clock, CancellationToken ct)
    {
        var rows = new SampleRows(db, batch);
        var dice = new Random(Seed);
        var organisations = await Organisations(db, rows, clock, ct);
        var self = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.IsSelf, ct);
        var faces = new Faces(rows, clock, dice, organisations);
        self ??= Self(rows, faces, clock);

        var people = Cast.People.Select(faces.Make).ToList();
        var courses = Life.Courses(people.Count, dice);
        var life = new Life(rows, clock, dice);
        for (var number = 0; number < people.Count; number++)
            life.Live(people[number], courses[number], number);
        people[^1].TrashedAt = clock.Now;
        new OpenEnds(rows, clock, dice).Leave([.. people.Where((_, i) => courses[i] is Course.Advocate or Course.Active or Course.Conversed or Course.Unanswered)]);
        var ambition = new Ambition(rows, clock, dice, organisations);
        ambition.Fill(self, people, courses);
        new Gatherings(rows, clock).Hold([.. people.Where((_, i) => courses[i] is Course.Active or Course.Conversed)]);
        new Brokers(rows, clock).Bring(
            [.. people.Where((_, i) => courses[i] is Course.Advocate)], [.. people.Where((p, i) => courses[i] is Course.Connected && p.TrashedAt is null)]);
        new Homework(rows, clock, organisations).Do(
            [.. people.Where((_, i) => courses[i] is Course.Advocate)], [.. people.Where((p, i) => courses[i] is Course.Active or Course.Conversed && p.TrashedAt is null)]);
        new Handing(rows, clock, db.WorkspaceId).Give([.. people.Where((p, i) => courses[i] is Course.Active or Course.Contacted && p.TrashedAt is null)]);
        new Approaches(rows, clock).Run([.. people.Where((p, i) => courses[i] is Course.Connected && p.TrashedAt is null)]);
        new Writing(rows, clock).Write([.. people.Where((p, i) => courses[i] is Course.Active && p.TrashedAt is null).Take(9)]);
        new Portfolio(rows, clock).Show();
        new Sundays(rows, clock).Look();
        new Afterthoughts(rows, clock, db.WorkspaceId).Note();
        var pipeline = new Pipeline(rows, clock, organisations);
        pipeline.Run([.. people.Where((p, i) => courses[i] is Course.Active or Course.Conversed && p.TrashedAt is null)]);
        await rows.Write(ct);
        await Aim(db, ambition, pipeline, ct);
        await TieMeasure.Refresh(db, ct);
        await Projections.Refresh(db, [.. rows.People.Select(p => p.Id)], ct);
        await db.SaveChangesAsync(ct);
        return rows;
    }

    private static Person Self(SampleRows rows, Faces faces, WorkspaceClock clock)
    {
        var self = rows.Add(rows.People, new Person { Id = rows.NewId(), FullName = "Robin Sample", GivenName = "Robin", FamilyName = "Sample", IsSelf = true, CreatedAt = clock.Now });
        faces.Hold(self, Places.Own, "Senior Data Analyst", clock.Today.AddDays(-1400), null);
        faces.Hold(self, Places.School, "MSc Statistics", clock.Today.AddDays(-4000), clock.Today.AddDays(-3300), PositionKind.Education);
        return self;
    }

    // The goal is written through the change log, because undo finds goals and targets there.
    private static async Task Aim(KithDb db, Ambition ambition, Pipeline pipeline, CancellationToken ct)
    {
        var goal = await db.Goals.OrderByDescending(g => g.CreatedAt).FirstOrDefaultAsync(g => g.State == GoalState.Active, ct);
        if (goal is null)
        {
            db.Add(goal = ambition.Goal());
            var earlier = ambition.Earlier();
            db.Add(earlier);
            Criterion[] criteria = [.. ambition.Criteria(goal.Id), .. ambition.Criteria(earlier.Id).Take(3)];
            db.AddRange(criteria);
            pipeline.Aim(db, goal.Id, earlier.Id, criteria);
        }
        var aimedAt = await db.Targets.Where(t => t.GoalId == goal.Id).Select(t => t.OrganisationId).ToListAsync(ct);
        db.AddRange(ambition.Targets(goal.Id).Where(t => !aimedAt.Contains(t.OrganisationId)));
        db.AddRange(ambition.Audiences(goal.Id));
        await db.SaveChangesAsync(ct);
    }

    private static async Task<IReadOnlyDictionary<string, Guid>> Organisations(KithDb db, SampleRows rows, WorkspaceClock clock, CancellationToken ct)
    {
        var keys = Places.Everywhere.ToDictionary(f => f.Name, f => Folding.Fold(f.Name));
        var known = await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => keys.Values.Contains(o.NameKey)).ToDictionaryAsync(o => o.NameKey, o => o.Id, ct);
        foreach (var firm in Places.Everywhere)
            if (!known.ContainsKey(keys[firm.Name]))
                known[keys[firm.Name]] = rows.Add(rows.Organisations, new()
                {
                    Id = rows.NewId(),
                    Name = firm.Name,
                    NameKey = keys[firm.Name],
                    Industry = firm.Industry,
                    Place = firm.Place,
                    CreatedAt = clock.Now,
                }).Id;
        return Places.Everywhere.ToDictionary(f => f.Name, f => known[keys[f.Name]]);
    }
}
