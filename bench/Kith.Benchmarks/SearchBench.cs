using System.CommandLine;
using Kith.Data;
using Kith.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.Benchmarks;

/// <summary>How long a search takes between a keystroke and its rows, through the function behind the page of people.</summary>
internal static class SearchBench
{
    private const int WarmUp = 50;

    private const int Names = 100;

    private static readonly Option<int> People = Arguments.People(100_000);

    internal static Command Command() => new Command("search", "Search by 1 to 8 letters, two words and words that nobody has") { People }.Measures(Run);

    private static async Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        await using var bed = await Bed.Make(ct);
        await Population.Settle(bed, parsed.GetValue(People), ct);
        var texts = await bed.Within((db, _) => Texts(db, ct));
        var cold = new Timings();
        await cold.Measure(() => Find(texts[0]));
        foreach (var text in texts.Take(WarmUp))
            await Find(text);
        var warm = new Timings();
        foreach (var text in texts)
            await warm.Measure(() => Find(text));
        return new { coldMs = cold.Percentile(1), p50ms = warm.Percentile(0.5), p95ms = warm.Percentile(0.95), queries = warm.Count, cpuMs = warm.CpuMs };

        Task<int> Find(string text) => bed.Within(async (db, services) =>
            (await BrowsePeople.Handle(PeopleView.Of(text, null, null, null, null, 1), db, services.GetRequiredService<WorkspaceClock>(), ct)).Rows.Count);
    }

    // What people type on the way to somebody: the first letters of a name, both names, part of a company, and now and then a slip.
    private static async Task<List<string>> Texts(KithDb db, CancellationToken ct)
    {
        var count = await db.People.CountAsync(ct);
        var step = Math.Max(1, count / Names);
        var people = await db.People.AsNoTracking().OrderBy(p => p.SortName).Select(p => new { p.GivenName, p.FamilyName, p.Headline }).ToListAsync(ct);
        var texts = new List<string>();
        for (var i = 0; i < people.Count && texts.Count < Names * 11; i += step)
        {
            var person = people[i];
            for (var letters = 1; letters <= 8; letters++)
                texts.Add(person.FamilyName![..Math.Min(letters, person.FamilyName!.Length)]);
            texts.Add($"{person.GivenName} {person.FamilyName![..2]}");
            texts.Add($"{person.Headline!.Split(' ')[^2]} {person.GivenName![..1]}");
            texts.Add($"xq{person.FamilyName}");
        }
        new Random(7).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(texts));
        return texts;
    }
}
