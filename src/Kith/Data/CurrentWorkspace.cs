using Kith.Domain;
using Kith.Domain.Calendars;

namespace Kith.Data;

/// <summary>The workspace that the running request, verb or job works in, and on whose behalf.</summary>
public sealed class CurrentWorkspace
{
    /// <summary>The workspace; empty before one is entered, which no row matches.</summary>
    public Guid Id { get; private set; }

    /// <summary>The zone in which the user's days begin and end.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>ISO 3166 country whose public holidays count; null where none was chosen.</summary>
    public string? Country { get; private set; }

    /// <summary>Who acts, for the change log.</summary>
    public string Who { get; private set; } = "nobody";

    /// <summary>Enters a workspace. An unknown time zone counts as UTC.</summary>
    public void Enter(Guid id, string timeZone, string? country, string who)
    {
        Id = id;
        Country = country;
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        Who = who;
    }

    /// <inheritdoc cref="Enter(Guid, string, string?, string)"/>
    public void Enter(Workspace workspace, string who) => Enter(workspace.Id, workspace.TimeZone, workspace.Country, who);
}

/// <summary>The user's clock: days are the days of the user's zone.</summary>
public sealed class WorkspaceClock(TimeProvider clock, CurrentWorkspace current)
{
    private DateOnly? fixedDay;

    /// <summary>Now (UTC); noon of the fixed day where one was given.</summary>
    public DateTime Now => fixedDay is { } day ? Noon(day) : clock.GetUtcNow().UtcDateTime;

    /// <summary>The days on which offices work in the user's country.</summary>
    public BusinessDays Offices => new(current.Country);

    /// <summary>The user's day.</summary>
    public DateOnly Today => fixedDay ?? DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>When the user's real day began (UTC).</summary>
    public DateTime DayStart => Utc(DayOf(clock.GetUtcNow().UtcDateTime).ToDateTime(TimeOnly.MinValue));

    /// <summary>True while <see cref="Now"/> is another day's than the real one's.</summary>
    public bool IsFixed => fixedDay is not null;

    /// <summary>Answers as if it were that day (<c>--on</c>).</summary>
    public void Fix(DateOnly day) => fixedDay = day;

    /// <summary>The user's day of an instant.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The user's local time of an instant.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), current.Zone);

    /// <summary>The instant at which the user's clock shows this; an hour that a change of the clock skips is taken as the one after it.</summary>
    public DateTime Utc(DateTime local)
    {
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return DateTime.SpecifyKind(shown - current.Zone.GetUtcOffset(shown), DateTimeKind.Utc);
    }

    /// <summary>The instant that stands for a day whose hour is not known: noon, so that a neighbouring zone sees the same day.</summary>
    public DateTime Noon(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return DateTime.SpecifyKind(noon - current.Zone.GetUtcOffset(noon), DateTimeKind.Utc);
    }
}
