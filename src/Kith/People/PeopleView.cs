using System.Globalization;
using Kith.Domain.Strength;

namespace Kith.People;

/// <summary>What the list of people shows and in which order; the whole state is in the address.</summary>
/// <param name="Q">Searched words.</param>
/// <param name="View">A saved view: see <see cref="Views"/>.</param>
/// <param name="Stage">A stage, or <c>dormant</c>.</param>
/// <param name="Tag">A tag.</param>
/// <param name="Sort">See <see cref="Sorts"/>; null is by name, or the best match of a search.</param>
/// <param name="Page">From 1.</param>
public sealed record PeopleView(string? Q = null, string? View = null, string? Stage = null, string? Tag = null, string? Sort = null, int Page = 1)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>The saved views with their names.</summary>
    public static readonly IReadOnlyList<(string? Key, string Text)> Views =
    [
        (null, "Everybody"),
        ("unfollowed", "Never followed up"),
        ("losing", "Losing touch"),
        ("targets", "At target organisations"),
    ];

    /// <summary>The orders with their names.</summary>
    public static readonly IReadOnlyList<(string Key, string Text)> Sorts =
    [
        ("name", "Name"),
        ("contact", "Last contact"),
        ("strength", "Strength"),
        ("newest", "Newest"),
    ];

    /// <summary>The words of the stage filter.</summary>
    public static IEnumerable<string> Stages => Enum.GetNames<Stage>().Select(s => s.ToLowerInvariant()).Append("dormant");

    /// <summary>True when nobody is left out.</summary>
    public bool IsEverybody => string.IsNullOrWhiteSpace(Q) && View is null && Stage is null && Tag is null;

    /// <summary>Reads what an address says; what it does not know is left out.</summary>
    public static PeopleView Of(string? q, string? view, string? stage, string? tag, string? sort, int? page) => new(
        string.IsNullOrWhiteSpace(q) ? null : q.Trim(),
        Views.Any(v => v.Key == view) ? view : null,
        Stages.Contains(stage) ? stage : null,
        string.IsNullOrWhiteSpace(tag) ? null : tag,
        Sorts.Any(s => s.Key == sort) ? sort : null,
        Math.Clamp(page ?? 1, 1, 1_000_000));

    /// <summary>The address of the list in this state.</summary>
    public string Href()
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", Q), ("view", View), ("stage", Stage), ("tag", Tag), ("sort", Sort),
            ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        };
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "/people" : $"/people?{query}";
    }
}
