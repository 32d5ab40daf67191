using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>One thing in the story of two people.</summary>
/// <param name="Kind"><c>interaction</c>, <c>exchange</c>, <c>finding</c>, <c>loop</c>, <c>showing</c> or <c>impression</c>.</param>
/// <param name="Id">The row.</param>
/// <param name="On">The user's day; absent where the source did not tell.</param>
public sealed record Moment(string Kind, Guid Id, DateOnly? On)
{
    /// <summary>By which channel, of an interaction.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Who turned to whom, of an interaction.</summary>
    public Direction? Direction { get; init; }

    /// <summary>By which tactic, of an exchange.</summary>
    public Tactic? Tactic { get; init; }

    /// <summary>Which kind of loop was closed.</summary>
    public LoopKind? Loop { get; init; }

    /// <summary>Its own words.</summary>
    public string? Text { get; init; }

    /// <summary>Where a finding comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The reason of the decision that closed a loop; absent where evidence closed it.</summary>
    public string? Decision { get; init; }

    /// <summary>How ready the brief was when the user asked for something in it, 0-100; absent where nothing was asked.</summary>
    public int? Readiness { get; init; }

    /// <summary>How something was shown.</summary>
    public ShowingWay? Way { get; init; }

    /// <summary>What proved the claim that was shown; absent where it was only said.</summary>
    public string? Evidence { get; init; }

    /// <summary>What they said to what was shown, or asked in the conversation an impression is about.</summary>
    public string? Theirs { get; init; }

    /// <summary>The user's ratings of the conversation, in words.</summary>
    public string? Rating { get; init; }

    internal DateTime Sorted { get; init; }
}

/// <summary>Reads the story of a person, newest first, a page at a time.</summary>
internal static class Story
{
    /// <summary>Things on a page.</summary>
    internal const int PageSize = 30;

    /// <summary>Exchanges, findings and loops that are looked at; far more than two people ever have.</summary>
    internal const int Most = 500;

    internal sealed record Page(IReadOnlyList<Moment> Moments, string? Older);

    /// <summary>A place in the story: everything after it is older.</summary>
    internal sealed record Cursor(DateTime At, Guid Id)
    {
        internal static Cursor? Parse(string? text)
        {
            var parts = (text ?? "").Split('_');
            return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms)
                && Math.Abs(ms) < 100_000_000_000_000 && Guid.TryParseExact(parts[1], "N", out var id)
                ? new(DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(ms, Start)).UtcDateTime, id)
                : null;
        }

        internal static string Of(Moment moment) =>
            string.Create(CultureInfo.InvariantCulture, $"{new DateTimeOffset(moment.Sorted, TimeSpan.Zero).ToUnixTimeMilliseconds()}_{moment.Id:N}");

        private const long Start = -62_135_596_800_000;
    }

    /// <param name="only">Leaves out every other kind of moment.</param>
    internal static async Task<Page> Of(
        KithDb db, Guid person, IReadOnlyList<Noted> noted, IReadOnlyList<Loop> loops, string? only, Cursor? before, WorkspaceClock clock, CancellationToken ct)
    {
        var moments = (await Interactions(db, person, before, clock, ct))
            .Concat(noted.Where(n => n.Kind is Noted.Exchange or Noted.Finding or Noted.Showing or Noted.Impression).Select(n => Told(n, clock)))
            .Concat(loops.Where(l => l.State == LoopState.Closed).Select(l => Closed(l, clock)))
            .Where(m => only is null || m.Kind == only)
            .Where(m => before is null || m.Sorted < before.At || (m.Sorted == before.At && m.Id.CompareTo(before.Id) < 0))
            .OrderByDescending(m => m.Sorted).ThenByDescending(m => m.Id).Take(PageSize + 1).ToList();
        var page = moments.Take(PageSize).ToList();
        return new(page, moments.Count > PageSize ? Cursor.Of(page[^1]) : null);
    }

    private static async Task<IEnumerable<Moment>> Interactions(KithDb db, Guid person, Cursor? before, WorkspaceClock clock, CancellationToken ct)
    {
        var rows = db.Interactions.AsNoTracking().Where(i => i.PersonId == person);
        if (before is not null)
            rows = rows.Where(i => i.At <= before.At);
        return (await rows.OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(2 * PageSize).ToListAsync(ct)).Select(i =>
            new Moment("interaction", i.Id, clock.DayOf(i.At)) { Channel = i.Channel, Direction = i.Direction, Text = i.Summary, Readiness = i.Readiness, Sorted = DateTime.SpecifyKind(i.At, DateTimeKind.Utc) });
    }

    private static Moment Told(Noted noted, WorkspaceClock clock) => new(noted.Kind, noted.Id, noted.On)
    {
        Tactic = noted.Kind == Noted.Exchange ? (Tactic)noted.Tactic : null,
        Text = noted.Text,
        Source = noted.Kind == Noted.Showing ? null : noted.Source,
        Way = noted.Kind == Noted.Showing ? (ShowingWay)noted.Tactic : null,
        Evidence = noted.Kind == Noted.Showing ? noted.OtherName : null,
        Theirs = noted.Kind switch { Noted.Showing => noted.Source, Noted.Impression => noted.OtherName, _ => null },
        Rating = noted.Kind == Noted.Impression ? Words.Rating(noted.Tactic) : null,
        Sorted = Noon(noted.On, clock),
    };

    private static Moment Closed(Loop loop, WorkspaceClock clock) =>
        new("loop", loop.Id, loop.ClosedOn) { Loop = loop.Kind, Text = loop.What, Decision = loop.Decision, Sorted = Noon(loop.ClosedOn, clock) };

    // What has no day stands at the end.
    private static DateTime Noon(DateOnly? day, WorkspaceClock clock) => day is { } on ? clock.Noon(on) : DateTime.UnixEpoch;
}
