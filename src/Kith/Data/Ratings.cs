using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>One criterion as it is rated: 0-3, null to forget the rating, and a note.</summary>
public sealed record RatedCriterion(Guid Criterion, int? Score, string? Note = null);

/// <summary>Rates offers, and later the job itself, against the criteria of a goal.</summary>
internal static class Ratings
{
    private const int NoteLetters = 500;

    /// <summary>Writes the ratings of one day; criteria that are not given stay as they are. The caller names the act and saves.</summary>
    internal static async Task Rate(this KithDb db, Guid opportunity, int day, IReadOnlyList<RatedCriterion> rated, DateOnly on, CancellationToken ct)
    {
        var ids = rated.Select(r => r.Criterion).ToHashSet();
        if (ids.Count != rated.Count || ids.Count > Criterion.Most || await db.Criteria.CountAsync(c => ids.Contains(c.Id), ct) != ids.Count)
            throw Find.Unknown<Criterion>();
        if (rated.Any(r => r.Score is < 0 or > CriterionRating.Full))
            throw new RefusedException("rating.score", "A criterion is rated from 0 (not at all) to 3 (fully).");
        if (rated.Any(r => r.Note?.Length > NoteLetters || r.Note?.Contains('\0') == true))
            throw new RefusedException("rating.note", $"A note has at most {NoteLetters} characters.");
        var known = await db.CriterionRatings.Where(r => r.OpportunityId == opportunity && r.Day == day && ids.Contains(r.CriterionId)).ToListAsync(ct);
        foreach (var (criterion, score, note) in rated)
        {
            var row = known.Find(r => r.CriterionId == criterion);
            var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
            if (score is not { } points)
            {
                if (row is not null)
                    db.Remove(row);
            }
            else if (row is null)
                db.Add(new CriterionRating { Id = db.NewId(), CriterionId = criterion, OpportunityId = opportunity, Day = day, Score = points, Note = said, On = on });
            else if (row.Score != points || row.Note != said)
                (row.Score, row.Note, row.On) = (points, said, on);
        }
    }
}
