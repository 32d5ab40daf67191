using System.Globalization;
using Kith.Data;
using Kith.Domain;

namespace Kith.Shared;

/// <summary>The fields of a form that rates criteria: <c>score-ID</c> and <c>note-ID</c>.</summary>
public static class RatingFields
{
    private const string Score = "score-";

    /// <summary>The ratings a form sends; an empty score forgets the rating.</summary>
    public static IReadOnlyList<RatedCriterion> Read(IFormCollection form) =>
        [.. form.Keys.Where(k => k.StartsWith(Score, StringComparison.Ordinal)).Take(Criterion.Most).Select(k => new RatedCriterion(Id(k), Points(form[k]), form[$"note-{k[Score.Length..]}"]))];

    private static Guid Id(string field) => Guid.TryParse(field.AsSpan(Score.Length), out var id) ? id : throw Find.Unknown<Criterion>();

    private static int? Points(string? text) => string.IsNullOrEmpty(text) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : -1;
}
