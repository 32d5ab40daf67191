using System.Diagnostics;
using CsCheck;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("one<br/>two<BR>three", "one\ntwo\nthree")]
    [InlineData("a &amp; b &lt;3 &#128512;", "a & b <3 😀")]
    [InlineData("5 < 6 and 7 > 6", "5 < 6 and 7 > 6")]
    [InlineData("<a href=\"https://example.com\">here</a>", "here")]
    [InlineData("a&nbsp;b<!-- no -->", "a b")]
    [InlineData("a\n\n\n\nb<br>", "a\n\nb")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("&amp;lt;", "&lt;")]
    public void Markup_becomes_the_text_a_person_saw(string html, string text) => HtmlText.Plain(html).ShouldBe(text);

    [Fact]
    public void A_megabyte_of_angle_brackets_is_read_at_once()
    {
        var watch = Stopwatch.StartNew();

        HtmlText.Plain(string.Concat(Enumerable.Repeat("<a", 500_000)));
        HtmlText.Plain(new string('\n', 1_000_000) + "<");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => HtmlText.Plain("<" + text + "&") is not null);
}
