using System.Globalization;
using CsCheck;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class LinkedInDatesTests
{
    [Theory]
    [InlineData("12 Mar 2024", "2024-03-12")]
    [InlineData("3 Sep 2024", "2024-09-03")]
    [InlineData("03 Sept 2024", "2024-09-03")]
    [InlineData("7-Feb-22", "2022-02-07")]
    [InlineData("01-Jan-2024", "2024-01-01")]
    [InlineData("2024-02-20", "2024-02-20")]
    [InlineData("1/1/2024", "2024-01-01")]
    [InlineData("4/11/18, 5:23 PM", "2018-04-11")]
    [InlineData("12.03.2024", "2024-03-12")]
    [InlineData("1.2.24", "2024-02-01")]
    [InlineData("March 12, 2024", "2024-03-12")]
    [InlineData(" 12  Mar 2024 ", "2024-03-12")]
    public void A_day_is_read_in_every_form_exports_use(string text, string day)
    {
        LinkedInDates.TryDay(text, DateOrder.MonthFirst, out var read).ShouldBeTrue();
        read.ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-08-01 02:00:00 UTC", "2026-08-01T02:00:00")]
    [InlineData("8/1/26, 2:00 AM", "2026-08-01T02:00:00")]
    [InlineData("8/1/26, 12:05 AM", "2026-08-01T00:05:00")]
    [InlineData("8/1/26, 2:00\u202FPM", "2026-08-01T14:00:00")]
    [InlineData("2019/05/21 13:33:04 UTC", "2019-05-21T13:33:04")]
    [InlineData("08/12/21, 03:04 PM", "2021-08-12T15:04:00")]
    [InlineData("Tue Sep 06 07:58:15 UTC 2022", "2022-09-06T07:58:15")]
    [InlineData("2024-03-12T09:30:00Z", "2024-03-12T09:30:00")]
    [InlineData("12.03.2024 09:30", "2024-03-12T09:30:00")]
    [InlineData("12 Mar 2024", "2024-03-12T00:00:00")]
    public void A_time_is_read_in_every_form_exports_use(string text, string utc)
    {
        LinkedInDates.TryInstant(text, DateOrder.MonthFirst, out var read).ShouldBeTrue();
        read.ToString("s", CultureInfo.InvariantCulture).ShouldBe(utc);
        read.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("Mar 2024", "2024-03")]
    [InlineData("Mar-24", "2024-03")]
    [InlineData("2024", "2024")]
    [InlineData("12 Mar 2024", "2024-03-12")]
    [InlineData("2024-03", "2024-03")]
    public void A_month_or_a_year_stays_as_exact_as_it_was_given(string text, string partial)
    {
        LinkedInDates.TryPartial(text, DateOrder.MonthFirst, out var read).ShouldBeTrue();
        read.ToString().ShouldBe(partial);
    }

    [Theory]
    [InlineData("32 Foo 2024")]
    [InlineData("30 Feb 2024")]
    [InlineData("13/13/2024")]
    [InlineData("12 Mar 0204")]
    [InlineData("8/1/26, 25:00")]
    [InlineData("yesterday")]
    [InlineData("0/0/00")]
    [InlineData("")]
    public void What_is_no_date_is_not_guessed_at(string text)
    {
        LinkedInDates.TryInstant(text, DateOrder.MonthFirst, out _).ShouldBeFalse();
        LinkedInDates.TryPartial(text, DateOrder.DayFirst, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("25/12/2021", DateOrder.DayFirst)]
    [InlineData("12/25/2021", DateOrder.MonthFirst)]
    [InlineData("4/11/18, 5:23 PM", DateOrder.MonthFirst)]
    [InlineData("3/4/2024", null)]
    [InlineData("2019/05/21", null)]
    [InlineData("12 Mar 2024", null)]
    public void A_date_tells_the_order_of_its_column(string text, DateOrder? order) =>
        LinkedInDates.OrderIn(text).ShouldBe(order);

    [Fact]
    public void Every_day_written_is_read_back_in_either_order() =>
        Gen.Int[0, 36_000].Sample(days =>
        {
            var day = new DateOnly(1980, 1, 1).AddDays(days % 25_000);
            foreach (var (format, order) in (ReadOnlySpan<(string, DateOrder)>)
                     [("d MMM yyyy", DateOrder.DayFirst), ("M/d/yyyy", DateOrder.MonthFirst), ("d/M/yyyy", DateOrder.DayFirst),
                      ("dd.MM.yyyy", DateOrder.MonthFirst), ("dd-MMM-yyyy", DateOrder.MonthFirst)])
            {
                LinkedInDates.TryDay(day.ToString(format, CultureInfo.InvariantCulture), order, out var read).ShouldBeTrue();
                read.ShouldBe(day);
            }
        });

    [Fact]
    public void No_text_makes_a_date_throw() =>
        Gen.String.Sample(text =>
        {
            LinkedInDates.TryInstant(text, DateOrder.DayFirst, out _);
            LinkedInDates.TryPartial(text, DateOrder.MonthFirst, out _);
            LinkedInDates.IsAmbiguous(text);
        });
}
