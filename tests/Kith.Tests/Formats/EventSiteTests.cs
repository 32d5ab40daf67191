using System.Text;
using CsCheck;
using Kith.Formats.Pages;

namespace Kith.Tests.Formats;

public sealed class EventSiteTests
{
    [Fact]
    public void What_a_page_states_about_its_event_is_taken()
    {
        var page = Read("""
            <html><head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":"BusinessEvent","startDate":"2030-03-04T18:00:00+01:00",
            "endDate":"2030-03-04T21:00:00+01:00","location":{"@type":"Place","name":"Great Hall","address":{"addressLocality":"Zagora"}},"description":"<p>Ports &amp; pipelines</p>",
            "performer":[{"@type":"Person","name":"Ana Kovač"},{"@type":"Organization","name":"Harbor & Finch"}],"organizer":{"@type":"Person","name":"Ben Okafor"}}]}</script></head><body>seen</body></html>
            """);

        page.Start.ShouldBe(new DateTimeOffset(2030, 3, 4, 17, 0, 0, TimeSpan.Zero));
        page.End.ShouldBe(new DateTimeOffset(2030, 3, 4, 20, 0, 0, TimeSpan.Zero));
        (page.HasOffset, page.Place, page.Text).ShouldBe((true, "Great Hall, Zagora", "Ports & pipelines"));
        page.People.ShouldBe(["Ana Kovač", "Ben Okafor"]);
    }

    [Fact]
    public void A_page_that_states_nothing_leaves_the_text_a_reader_sees()
    {
        var page = Read("<body><nav>Home</nav><main><h1>Data Night</h1><script>alert(1)</script><p>18:00   Doors</p><ul><li>19:00 Talks</li></ul><form>Sign up</form></main><footer>Imprint</footer></body>");

        page.Text.ShouldBe("Data Night\n18:00 Doors\n19:00 Talks");
        (page.Start, page.People.Count).ShouldBe((null, 0));
    }

    [Theory]
    [InlineData("2030-03-04T18:00", false)]
    [InlineData("2030-03-04", false)]
    [InlineData("2030-03-04T18:00:00Z", true)]
    public void A_time_without_an_offset_is_told_from_an_instant(string written, bool hasOffset) =>
        Read($$"""<script type="application/ld+json">{"@type":["MusicEvent"],"startDate":"{{written}}"}</script>""").HasOffset.ShouldBe(hasOffset);

    [Theory]
    [InlineData("{\"@type\":\"Event\",")]
    [InlineData("{\"@type\":\"Event\",\"startDate\":17,\"location\":[],\"performer\":3}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void A_broken_statement_leaves_the_text(string json) =>
        Read($"<script type=\"application/ld+json\">{json}</script><main>Doors at six</main>").Text.ShouldBe("Doors at six");

    [Fact]
    public void No_bytes_break_it() => Gen.Byte.Array[0, 400].Sample(bytes => EventSite.Read(new MemoryStream(bytes)).People.Count.ShouldBe(0));

    private static PageEvent Read(string html) => EventSite.Read(new MemoryStream(Encoding.UTF8.GetBytes("<meta charset=utf-8>" + html)));
}
