using CsCheck;
using Kith.Domain.Calendars;

namespace Kith.Tests.Calendars;

public sealed class BusinessDaysTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 20_000].Select(days => new DateOnly(2000, 1, 1).AddDays(days));

    private static readonly Gen<string> AnyCountry = Gen.Int[0, Holidays.Countries.Count - 1].Select(i => Holidays.Countries.ElementAt(i));

    [Theory]
    [InlineData("DE", "2024-04-01", "Easter Monday")]
    [InlineData("DE", "2024-10-03", "German Unity Day")]
    [InlineData("AT", "2024-05-30", "Corpus Christi")]
    [InlineData("FR", "2025-05-29", "Ascension")]
    [InlineData("US", "2022-06-20", "Juneteenth on a Sunday")]
    [InlineData("US", "2021-12-31", "New Year on a Saturday")]
    [InlineData("US", "2026-07-03", "Independence Day on a Saturday")]
    [InlineData("US", "2024-11-28", "Thanksgiving")]
    [InlineData("US", "2020-06-19", "before Juneteenth was one", false)]
    [InlineData("GB", "2021-12-27", "Christmas on a Saturday")]
    [InlineData("GB", "2021-12-28", "Boxing Day on a Sunday")]
    [InlineData("GB", "2022-12-27", "Christmas on a Sunday, Boxing Day on the Monday")]
    [InlineData("GB", "2024-05-27", "Spring bank holiday")]
    [InlineData("CA", "2024-05-20", "Victoria Day")]
    [InlineData("SE", "2024-06-21", "Midsummer Eve is no public holiday", false)]
    [InlineData("SE", "2024-06-22", "Midsummer Day")]
    [InlineData("GR", "2024-05-06", "Orthodox Easter Monday")]
    [InlineData("GR", "2024-03-18", "Clean Monday")]
    [InlineData("RO", "2025-04-18", "Orthodox Good Friday")]
    [InlineData("DK", "2023-05-05", "Great Prayer Day, the last time")]
    [InlineData("DK", "2024-04-26", "no more", false)]
    [InlineData("ZA", "2024-06-17", "Youth Day on a Sunday")]
    [InlineData("NZ", "2022-01-04", "the day after New Year, on a Sunday")]
    [InlineData("IS", "2024-04-25", "First day of summer")]
    [InlineData("XX", "2024-12-25", "a country that is not known", false)]
    public void Holidays_are_those_that_were_kept(string country, string day, string why, bool isHoliday = true) =>
        Holidays.Of(country, int.Parse(day[..4], System.Globalization.CultureInfo.InvariantCulture)).Contains(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isHoliday, why);

    [Fact]
    public void Adding_and_counting_agree() =>
        Gen.Select(AnyCountry, AnyDay, Gen.Int[0, 60]).Sample((country, day, days) =>
        {
            var business = new BusinessDays(country);
            var then = business.Add(day, days);
            business.Between(day, then).ShouldBe(days);
            (days == 0 || business.Includes(then)).ShouldBeTrue();
        });

    [Fact]
    public void Every_country_rests_three_to_twenty_weekdays_a_year() =>
        Gen.Select(AnyCountry, Gen.Int[1990, 2080]).Sample((country, year) =>
            Holidays.Of(country, year).Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ShouldBeInRange(3, 20));

    [Theory]
    [InlineData("2024-03-28T11:59", "2024-03-28")]
    [InlineData("2024-03-28T12:00", "2024-04-02")]
    [InlineData("2024-03-30T09:00", "2024-04-02")]
    public void What_is_sent_after_noon_or_on_a_free_day_counts_from_the_next_business_day(string sent, string from) =>
        new BusinessDays("DE").CountsFrom(DateTime.Parse(sent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(DateOnly.ParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
