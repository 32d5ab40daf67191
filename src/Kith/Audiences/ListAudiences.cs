using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Lists the audiences with how many people fit.</summary>
public static class ListAudiences
{
    /// <summary>One audience.</summary>
    /// <param name="Asks">Its criteria in words.</param>
    /// <param name="Goal">The goal it serves, where that is not the current one.</param>
    /// <param name="Whole">How many people meet every criterion; null for another goal's.</param>
    /// <param name="Part">How many meet some of them.</param>
    public sealed record Row(Guid Id, string Name, IReadOnlyList<string> Asks, string? Goal, int? Whole, int? Part);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audiences", Handle).WithSummary("List audiences");

    public static async Task<IReadOnlyList<Row>> Handle(KithDb db, CancellationToken ct)
    {
        var goal = await db.CurrentGoal().Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct);
        var rows = await db.Audiences.AsNoTracking().OrderBy(a => a.Id).Take(SaveAudience.Most)
            .Select(a => new { Audience = a, Goal = db.Goals.Where(g => g.Id == a.GoalId && g.Id != goal).Select(g => g.RoleFamily).FirstOrDefault() }).ToListAsync(ct);
        var mine = rows.Where(r => r.Goal is null).Select(r => r.Audience).ToList();
        var profiles = mine.Count > 0 ? await Profiles.Read(db, mine, goal, ct) : null;
        return
        [
            .. rows.OrderBy(row => row.Goal is not null).ThenBy(row => Folding.Fold(row.Audience.Name), StringComparer.Ordinal).Select(row =>
            {
                var fits = row.Goal is null ? profiles!.Fitting(row.Audience) : null;
                return new Row(row.Audience.Id, row.Audience.Name, Words(row.Audience), row.Goal, fits?.Count(f => f.Fit.Score == Fit.Whole), fits?.Count(f => f.Fit.Score < Fit.Whole));
            }),
        ];
    }

    /// <summary>The criteria of an audience in words.</summary>
    internal static IReadOnlyList<string> Words(Audience audience) =>
    [
        .. new[]
        {
            audience.AtTargetsOnly ? "only at targets" : null,
            audience.DecidersOnly ? "only who usually decides" : null,
            audience.Titles is { } titles ? $"title: {titles}" : null,
            audience.Role is { } role ? Fit.Word(role) : null,
            audience.Fields is { } fields ? $"field: {fields}" : null,
            audience.Places is { } places ? $"place: {places}" : null,
            audience.Tag is { } tag ? $"tagged \"{tag}\"" : null,
        }.OfType<string>(),
    ];
}
