namespace Kith.Domain.Calendars;

/// <summary>Days on which offices work: Monday to Friday without the public holidays of a country.</summary>
/// <param name="country">ISO 3166 code; of a country that is not known, or null, only weekends are free.</param>
public sealed class BusinessDays(string? country)
{
    /// <summary>What is sent at or after this hour counts from the next business day (The 2-Hour Job Search).</summary>
    public const int Noon = 12;

    /// <summary>True on a day on which offices work.</summary>
    public bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Of(country, day.Year).Contains(day);

    /// <summary>The day that many business days after a day; the day itself need not be one.</summary>
    public DateOnly Add(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        for (; days > 0; days--)
            do
                day = day.AddDays(1);
            while (!Includes(day));
        return day;
    }

    /// <summary>The day that many business days before a day; the day itself need not be one.</summary>
    public DateOnly Subtract(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        for (; days > 0; days--)
            do
                day = day.AddDays(-1);
            while (!Includes(day));
        return day;
    }

    /// <summary>Business days after the first day up to and with the last; 0 where the last is not later.</summary>
    public int Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            count += Includes(day) ? 1 : 0;
        return count;
    }

    /// <summary>The business day that something sent then counts from: the same before noon, else the next.</summary>
    /// <param name="sent">In the user's zone.</param>
    public DateOnly CountsFrom(DateTime sent)
    {
        var day = DateOnly.FromDateTime(sent);
        return Includes(day) && sent.Hour < Noon ? day : Add(day, 1);
    }
}
