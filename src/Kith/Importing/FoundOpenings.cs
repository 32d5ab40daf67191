using System.Text.RegularExpressions;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>An opening that a file tells of.</summary>
internal sealed record Opening(string? Title, string? Company, string? Url, OpportunityState State)
{
    internal DateOnly? SavedOn { get; init; }

    internal DateOnly? AppliedOn { get; init; }

    internal string? Notes { get; init; }
}

/// <summary>Openings of an import, each once: a workspace holds few of them, so all are read when the first is found.</summary>
internal sealed partial class FoundOpenings(ImportSession session)
{
    private Dictionary<string, Opportunity> known = [];

    internal static async Task<FoundOpenings> Load(ImportSession session) => new(session)
    {
        known = await session.Db.Opportunities.Where(o => o.SourceKey != null).ToDictionaryAsync(o => o.SourceKey!, session.Ct),
    };

    /// <summary>Adds the opening, or moves the one that is there already.</summary>
    internal Came Add(Opening opening)
    {
        if (opening.Title is null && opening.Company is null && opening.Url is null)
            return Came.Nothing;
        var key = KeyOf(opening);
        if (known.TryGetValue(key, out var same))
            return Move(same, opening);
        known[key] = new()
        {
            Id = session.Db.NewId(),
            Title = opening.Title ?? opening.Company ?? opening.Url!,
            OrganisationId = opening.Company is { } company ? session.Organisation(company) : null,
            State = opening.State,
            Url = opening.Url,
            SavedOn = opening.SavedOn,
            AppliedOn = opening.AppliedOn,
            Notes = opening.Notes,
            SourceKey = key,
        };
        session.Staged.Add(known[key]);
        return Came.Added;
    }

    /// <summary>What has no place of its own, a line each; null for nothing.</summary>
    internal static string? Notes(params ReadOnlySpan<(string Word, string? Text)> parts)
    {
        var lines = new List<string>();
        foreach (var (word, text) in parts)
            if (!string.IsNullOrWhiteSpace(text))
                lines.Add(word.Length == 0 ? text : $"{word}: {text}");
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    // The user's own pipeline may be further than a file knows; only a later state is news.
    private static Came Move(Opportunity same, Opening opening)
    {
        if (opening.State <= same.State)
            return Came.Unchanged;
        (same.State, same.AppliedOn) = (opening.State, same.AppliedOn ?? opening.AppliedOn);
        return Came.Updated;
    }

    private static string KeyOf(Opening opening) => JobNumber().Match(opening.Url ?? "") is { Success: true } number
        ? Keys.Job + number.Groups[1].Value
        : Keys.Of(Keys.Job, Folding.Fold(opening.Title), Folding.Fold(opening.Company), opening.Url);

    [GeneratedRegex(@"/jobs/view/(?:[^/?#]*-)?(\d+)")]
    private static partial Regex JobNumber();
}
