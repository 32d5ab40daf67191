using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>What would make a goal fulfilling, as it is typed: one a line, with one to three stars at its end for its weight.</summary>
internal static class Criteria
{
    private const int MostLetters = 300;

    private const int Usual = 2;

    /// <summary>The criteria in the user's order.</summary>
    internal static IReadOnlyList<(string Text, int Weight)> Read(string? text)
    {
        var read = new List<(string Text, int Weight)>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.TrimEnd('*').TrimEnd();
            var stars = line.Length - line.TrimEnd('*').Length;
            if (words.Length == 0)
                continue;
            if (words.Length > MostLetters)
                throw new RefusedException("criterion.long", $"A criterion has at most {MostLetters} characters; this one has {words.Length}: \"{words[..40]}…\"");
            read.Add((words, stars == 0 ? Usual : Math.Min(stars, Criterion.Heaviest)));
        }
        return read.Count <= Criterion.Most ? read : throw new RefusedException("criteria.many", $"At most {Criterion.Most} criteria; keep those that would decide.");
    }

    /// <summary>A criterion as <see cref="Read"/> reads it.</summary>
    internal static string Write(string text, int weight) => weight == Usual ? text : $"{text} {new string('*', weight)}";

    /// <summary>Makes the criteria of a goal these; a row whose words stay is kept, so that what refers to it stays true.</summary>
    internal static async Task Become(KithDb db, Guid goal, string? text, CancellationToken ct)
    {
        var wanted = Read(text);
        var rows = await db.Criteria.Where(c => c.GoalId == goal).ToListAsync(ct);
        for (var place = 0; place < wanted.Count; place++)
        {
            var row = rows.Find(c => Folding.Fold(c.Text) == Folding.Fold(wanted[place].Text));
            if (row is null)
                db.Add(row = new() { Id = db.NewId(), GoalId = goal, Text = wanted[place].Text });
            else
                rows.Remove(row);
            (row.Text, row.Weight, row.Place) = (wanted[place].Text, wanted[place].Weight, place);
        }
        db.RemoveRange(rows);
    }
}
