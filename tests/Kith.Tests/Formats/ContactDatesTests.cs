using CsCheck;
using Kith.Formats.ContactCsv;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class ContactDatesTests
{
    [Theory]
    [InlineData("1979-02-28", "1979-02-28")]
    [InlineData("19790228", "1979-02-28")]
    [InlineData("1979/2/28", "1979-02-28")]
    [InlineData("1979-02-28T00:00:00Z", "1979-02-28")]
    [InlineData("2/28/1979 12:00:00 AM", "1979-02-28")]
    [InlineData("28.2.1979", "1979-02-28")]
    [InlineData("28.02.79", "1979-02-28")]
    [InlineData("28 Feb 1979", "1979-02-28")]
    [InlineData("February 28, 1979", "1979-02-28")]
    [InlineData("1979年2月28日", "1979-02-28")]
    [InlineData("--02-28", "--02-28")]
    [InlineData(" --0228", "--02-28")]
    [InlineData("--02-29", "--02-29")]
    [InlineData("1604-02-28", "--02-28")]
    [InlineData("28 February", "--02-28")]
    [InlineData("29/2/1980", "1980-02-29")]
    [InlineData("29/2/1979", null)]
    [InlineData("0/0/00", null)]
    [InlineData("0.0.00", null)]
    [InlineData("0-0-00", null)]
    [InlineData("00-00-0000", null)]
    [InlineData("Keine Angabe", null)]
    [InlineData("soon", null)]
    public void A_date_is_read_however_a_program_writes_it(string text, string? date) => ContactDates.Read(text, DateOrder.MonthFirst).ShouldBe(date);

    [Theory]
    [InlineData("3/4/1980", DateOrder.DayFirst, "1980-04-03")]
    [InlineData("3/4/1980", DateOrder.MonthFirst, "1980-03-04")]
    [InlineData("13/4/1980", DateOrder.MonthFirst, "1980-04-13")]
    [InlineData("4/13/1980", DateOrder.DayFirst, "1980-04-13")]
    [InlineData("3.4.1980", DateOrder.MonthFirst, "1980-04-03")]
    public void The_order_of_the_column_counts_where_the_date_allows_it(string text, DateOrder order, string date) =>
        ContactDates.Read(text, order).ShouldBe(date);

    [Fact]
    public void Any_day_is_read_back_in_its_own_order() =>
        Gen.Date[new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2099, 12, 31, 0, 0, 0, DateTimeKind.Utc)].Sample(day =>
        {
            var iso = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            foreach (var (format, order) in new[] { ("M/d/yyyy", DateOrder.MonthFirst), ("d/M/yyyy", DateOrder.DayFirst), ("d-M-yyyy", DateOrder.DayFirst), ("d.M.yyyy", DateOrder.MonthFirst) })
                ContactDates.Read(day.ToString(format, System.Globalization.CultureInfo.InvariantCulture), order).ShouldBe(iso);
        });

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.OneOf<string>(Gen.String, Gen.String["0123456789/.-: 年月日T"]).Sample(text =>
        {
            if (ContactDates.Read(text, DateOrder.DayFirst) is { } date) date.Length.ShouldBeOneOf(7, 10);
        });
}
