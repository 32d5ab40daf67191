using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kith.App.Tests.Browser;

/// <summary>An installation with the sample data in it, shared by the tests that only look.</summary>
public sealed class SampleWorld(Product product, Chromium chromium) : IAsyncDisposable
{
    private readonly Lazy<Task<World>> started = new(() => Start(product));

    /// <summary>The addresses of every page a signed-in user can open, with rows behind each.</summary>
    public async Task<IReadOnlyList<string>> Pages()
    {
        var world = await started.Value;
        var person = await world.Ask(db => db.Loops.Where(l => l.State == LoopState.Open).OrderBy(l => l.Id).Select(l => l.PersonId).FirstAsync());
        var organisation = await world.Ask(db => db.Targets.OrderBy(t => t.Id).Select(t => t.OrganisationId).FirstAsync());
        var opportunity = await world.Ask(db => db.Opportunities.OrderBy(o => o.Id).Select(o => o.Id).FirstAsync());
        var offer = await world.Ask(db => db.Opportunities.Where(o => o.State == OpportunityState.Offer).OrderBy(o => o.Id).Select(o => o.Id).FirstAsync());
        var landed = await world.Ask(db => db.Opportunities.Where(o => o.State == OpportunityState.Accepted && o.GoalId != null).Select(o => o.Id).FirstAsync());
        var now = world.Clock.GetUtcNow().UtcDateTime;
        var (past, next) = (
            await world.Ask(db => db.Events.Where(e => e.StartsAt < now).OrderByDescending(e => e.StartsAt).Select(e => e.Id).FirstAsync()),
            await world.Ask(db => db.Events.Where(e => e.StartsAt > now).OrderBy(e => e.StartsAt).Select(e => e.Id).FirstAsync()));
        var introductions = await world.Ask(db => db.Introductions.OrderBy(i => i.Id).Select(i => i.Id).ToListAsync());
        var met = await world.Ask(db => db.Briefs.OrderBy(b => b.Id).Select(b => b.PersonId).ToListAsync());
        var card = await world.Ask(db => db.Cards.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        var handOut = await world.Ask(db => db.HandOuts.OrderBy(h => h.Id).Select(h => new { h.Id, h.Token }).FirstAsync());
        var claims = await world.Ask(db => db.Claims.OrderBy(c => c.Place).Select(c => c.Id).ToListAsync());
        var evidence = await world.Ask(db => db.Evidence.OrderBy(e => e.Title).Select(e => e.Id).ToListAsync());
        var shown = await world.Ask(db => db.Showings.OrderBy(s => s.Id).Select(s => new { s.ClaimId, s.PersonId }).FirstAsync());
        var audience = await world.Ask(db => db.Audiences.OrderBy(a => a.Id).Skip(1).Select(a => a.Id).FirstAsync());
        var imports = await world.Ask(db => db.Imports.OrderBy(i => i.ReceivedAt).Select(i => i.Id).ToListAsync());
        var draft = await world.Ask(db => db.WrittenMessages.Where(m => m.SentAt == null).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        var sent = await world.Ask(db => db.WrittenMessages.Where(m => m.SentAt != null).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        var template = await world.Ask(db => db.MessageTemplates.Select(t => t.Id).FirstAsync());
        var asked = await world.Ask(db => db.Feedback.OrderByDescending(f => f.AnsweredAt != null).ThenByDescending(f => f.ExpiresAt).Select(f => new { f.Token, f.PersonId, Talk = db.Impressions.Where(i => i.Id == f.ImpressionId).Select(i => i.InteractionId).First(), IsAnswered = f.AnsweredAt != null, f.ExpiresAt }).ToListAsync());
        var (answered, waiting) = (asked.First(f => f.IsAnswered), asked.First(f => !f.IsAnswered && f.ExpiresAt > now));
        var unsaid = await world.Ask(db => db.Interactions.Where(i => i.Direction == Direction.Both && i.Channel == Channel.Meeting && !db.Impressions.Any(x => x.InteractionId == i.Id)).OrderByDescending(i => i.At).Select(i => new { i.Id, i.PersonId }).FirstAsync());
        return
        [
            "/insights", "/insights?rule=First&rows=tactics", "/insights/benchmarks", "/insights/map", $"/insights/map?to={organisation}", "/insights/map?view=list&page=2", "/messages", $"/messages/new?person={person}", $"/messages/{draft[0]}", $"/messages/{draft[1]}", $"/messages/{sent}", "/messages/templates", "/messages/templates/new?begin=six-point", $"/messages/templates/{template}",
            "/", "/people", "/people?q=a", "/people?q=zzzz", "/people/new", $"/people/{person}", $"/people/{person}/edit", "/organisations", $"/organisations/{organisation}",
            "/lamp", "/audiences", "/audiences/new", $"/audiences/{audience}", $"/audiences/{audience}/edit", $"/organisations/{organisation}/contacts",
            "/goal", "/goal?more=3", $"/paths/{person}", $"/paths/{organisation}", "/goal/edit", "/goal/edit?first=1", "/people/duplicates", "/import", "/import?first=1", .. imports.Select(i => $"/import/{i}"), "/capture", $"/capture?event={past}", "/events", $"/events/{past}", $"/events/{next}", $"/events/{next}/edit",
            $"/people/{met[0]}/brief", $"/people/{met[1]}/brief", "/cards", "/cards/new", $"/cards/{card}", $"/cards/give?person={person}", $"/cards/handouts/{handOut.Id}", $"/cards/received?event={past}", $"/c/{handOut.Token}", "/c/nothing",
            "/showcase", "/showcase/claims", $"/showcase/claims/{claims[0]}", $"/showcase/claims/{claims[^1]}", "/showcase/evidence", "/showcase/evidence/new", $"/showcase/evidence/{evidence[0]}", $"/showcase/evidence/{evidence[^2]}", "/showcase/needs", "/showcase/suggest",
            "/showcase/show", $"/showcase/show?person={shown.PersonId}", $"/showcase/show?claim={shown.ClaimId}&person={shown.PersonId}",
            "/review", "/review?step=2", "/review?step=3", "/review?step=4", "/review?step=5&week=2030-03-01", "/impressions", "/impressions?span=month", $"/people/{unsaid.PersonId}/impression?of={unsaid.Id}", $"/people/{answered.PersonId}/impression?of={answered.Talk}", $"/people/{waiting.PersonId}/impression?of={waiting.Talk}", $"/f/{waiting.Token}", "/f/nothing",
            "/sequences", $"/sequences/new?person={person}", "/introductions", $"/introductions/new?connector={person}", $"/introductions/{introductions[0]}", $"/introductions/{introductions[7]}", "/goals", "/goal/edit?new=1", "/goal/end?to=reached", "/goal/end?to=given-up", "/opportunities", $"/opportunities/{opportunity}", $"/opportunities/{opportunity}/edit", "/opportunities/new", "/opportunities?stage=lead", "/opportunities?closed=1", $"/opportunities/{offer}", "/opportunities/offers", "/landing", $"/landing?opportunity={landed}", "/landing/story", "/history", "/trash", "/settings", "/more", "/nothing-here",
        ];
    }

    /// <summary>The running installation.</summary>
    public Task<World> World => started.Value;

    /// <summary>A signed-in browser of that size and theme.</summary>
    public async Task<IPage> Open(BrowserNewContextOptions size, ColorScheme theme)
    {
        size.ColorScheme = theme;
        size.ReducedMotion = ReducedMotion.Reduce;
        size.Locale = "en-GB";
        return await (await World).SignIn(chromium, size);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
            await (await started.Value).DisposeAsync();
    }

    private static async Task<World> Start(Product product)
    {
        var world = await product.Start(Database.Sqlite);
        (await world.Run("sample")).Exit.ShouldBe(0);
        using var visitor = await world.SignIn();
        foreach (var (name, content) in Files)
            (await visitor.Upload(Encoding.UTF8.GetBytes(content), name)).Headers.Location!.OriginalString.ShouldContain("/import/");
        var done = await world.Ask(db => db.Imports.OrderBy(i => i.ReceivedAt).Select(i => i.Id).FirstAsync());
        await visitor.Submit($"/import/{done}", "run");
        await visitor.UntilDone(world, $"/import/{done}");
        (await world.Ask(db => db.Duplicates.CountAsync())).ShouldBeGreaterThan(0);
        return world;
    }

    // One imported, one whose columns are asked about, one list of openings, and mail.
    private static readonly (string Name, string Content)[] Files =
    [
        ("phone.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Robert Ellingham-Castellanos\nN:Ellingham-Castellanos;Robert\nTITLE:Head of Planning\nORG:Northwind Mills\nEMAIL:robert@northwind.example\nTEL:+44 20 7946 0123\nEND:VCARD\n"
            + "BEGIN:VCARD\nVERSION:3.0\nFN:Karl Ellingham-Castellanos\nN:Ellingham-Castellanos;Karl\nTEL:+44 20 7946 0123\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nno colon here\nEND:VCARD\n"),
        ("club of the river port.csv", "Who,Where they are,Reach,A very long heading that nobody would want to read in full,Born\n"
            + string.Concat(Enumerable.Range(1, 24).Select(i => $"Member Number{i},Harbor and Sons {i},member{i}@example.com,Something that was written down at length in the year {2000 + i},1.{1 + (i % 12)}.1980\n"))),
        ("huntr.csv", "Company,Job Title,Status,Job URL,Date Saved\nNorthwind Mills,Data Engineer,Wishlist,https://jobs.example/1,2030-01-10\nZagora,Analyst,Interview,https://jobs.example/2,2030-01-11\n"),
        ("All mail.mbox", string.Concat(Enumerable.Range(1, 8).Select(i => $"From x Fri Feb  1 09:00:00 2030\nFrom: Ana Kovač <ana@zagora.example>\nTo: me@harbor.example\nDelivered-To: me@harbor.example\nSubject: The port, part {i}\nDate: Fri, 0{i} Feb 2030 09:00:00 +0000\n\nHello\n\n"))),
    ];
}

/// <summary>The tests that look at every page, one after the other in one installation.</summary>
[CollectionDefinition]
public sealed class EveryPage : ICollectionFixture<SampleWorld>;
