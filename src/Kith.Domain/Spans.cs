namespace Kith.Domain;

/// <summary>Says a number of days as people say it.</summary>
internal static class Spans
{
    private const int MostDays = 60;
    private const int MostMonths = 730;

    /// <summary>"1 day", "12 days", "3 months", "2 years".</summary>
    internal static string Days(int days) => days switch
    {
        1 => "1 day",
        < MostDays => $"{days} days",
        < MostMonths => $"{days / 30} months",
        _ => $"{days / 365} years",
    };

    /// <summary>"today", "yesterday", "12 days ago".</summary>
    internal static string Ago(int days) => days switch { <= 0 => "today", 1 => "yesterday", _ => $"{Days(days)} ago" };

    /// <inheritdoc cref="Ago(int)"/>
    internal static string Ago(DateTime then, DateTime now) => Ago((now.Date - then.Date).Days);
}
