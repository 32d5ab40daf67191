using Kith.Domain;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.Http;

namespace Kith.App.Tests.Ui;

public sealed class WordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(0, "today")]
    [InlineData(-1, "yesterday")]
    [InlineData(1, "tomorrow")]
    [InlineData(-3, "3 days ago")]
    [InlineData(13, "in 13 days")]
    [InlineData(-14, "2 weeks ago")]
    [InlineData(-61, "2 months ago")]
    [InlineData(-729, "24 months ago")]
    [InlineData(-730, "2 years ago")]
    [InlineData(-4000, "10 years ago")]
    public void A_date_is_said_the_way_a_colleague_says_it(int days, string said) =>
        RelativeDate.Say(Today.AddDays(days), Today).ShouldBe(said);

    [Theory]
    [InlineData("Ana María Fernández-Echeverría", "AF")]
    [InlineData("o'neil", "O")]
    [InlineData("Harbor & Finch", "HF")]
    [InlineData("李小龙", "李")]
    [InlineData("🙂 Ana", "A")]
    [InlineData("  ", "·")]
    [InlineData(null, "·")]
    public void An_avatar_shows_the_first_letters_of_the_first_and_last_word(string? name, string initials) =>
        Initials.Of(name).ShouldBe(initials);

    [Fact]
    public void People_of_one_import_get_different_colours()
    {
        var clock = TimeProvider.System;

        var hues = Enumerable.Range(0, 500).Select(_ => Initials.HueOf(Ids.New(clock), null)).Distinct().ToList();

        hues.Count.ShouldBe(Initials.Hues);
        hues.ShouldAllBe(hue => hue >= 0 && hue < Initials.Hues);
    }

    [Fact]
    public void A_toast_survives_the_redirect_and_shows_once()
    {
        var toast = new Toast("Moved Ana María to the trash.", Ids.New(TimeProvider.System));
        var post = new DefaultHttpContext();
        post.Say(toast);
        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = post.Response.Headers.SetCookie.ToString().Split(';')[0];

        Flash.Take(next).ShouldBe(toast);

        next.Response.Headers.SetCookie.ToString().ShouldContain("expires=Thu, 01 Jan 1970");
    }

    [Theory]
    [InlineData("kith-toast=%%%")]
    [InlineData("kith-toast=bm90IGpzb24=")]
    [InlineData("kith-toast=bnVsbA==")]
    [InlineData("other=1")]
    public void A_toast_nobody_can_read_is_no_toast(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = cookie;

        Flash.Take(http).ShouldBeNull();
    }
}
