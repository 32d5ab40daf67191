using CsCheck;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Chloé", "Martin, CFA", "Chloé", "Martin", "CFA")]
    [InlineData("Chloé", "Martin, PhD, MBA", "Chloé", "Martin", "PhD, MBA")]
    [InlineData("Chloé, PMP", "Martin", "Chloé", "Martin", "PMP")]
    [InlineData("  Bo ", " Lind  ", "Bo", "Lind", null)]
    [InlineData("🚀 Bo", "Lind ⭐", "Bo", "Lind", null)]
    [InlineData("👩🏽‍💻 Ida", "Vik", "Ida", "Vik", null)]
    [InlineData("Bo J.", "O’Neil-Lind", "Bo J.", "O’Neil-Lind", null)]
    [InlineData("𝗕𝗼", "𝓛ind", "Bo", "Lind", null)]
    [InlineData("محمد", "رضایی‌نژاد", "محمد", "رضایی‌نژاد", null)]
    [InlineData("李", "小龙", "李", "小龙", null)]
    [InlineData("Bo", "", "Bo", "", null)]
    [InlineData("Bo", ", CFA", "Bo", "", "CFA")]
    public void A_name_loses_its_ornaments_and_its_credentials(
        string given, string family, string cleanGiven, string cleanFamily, string? suffix)
    {
        var name = PersonName.Of(given, family);

        (name.Given, name.Family, name.Suffix).ShouldBe((cleanGiven, cleanFamily, suffix));
    }

    [Fact]
    public void The_name_as_written_is_kept() =>
        PersonName.Of("🚀 Bo", "Lind, CFA").AsWritten.ShouldBe("🚀 Bo Lind, CFA");

    [Theory]
    [InlineData("LinkedIn", "Member", true)]
    [InlineData("", "", true)]
    [InlineData("🚀", "", true)]
    [InlineData("Bo", "Member", false)]
    public void A_deleted_account_has_no_name(string given, string family, bool isAnonymous) =>
        PersonName.Of(given, family).IsAnonymous.ShouldBe(isAnonymous);

    [Fact]
    public void Cleaning_a_clean_name_changes_nothing() =>
        Gen.String.Sample(text =>
        {
            var once = PersonName.Undecorated(text);
            PersonName.Undecorated(once).ShouldBe(once);
        });

    [Theory]
    [InlineData("https://www.linkedin.com/in/Ben-Adler", "ben-adler")]
    [InlineData("https://www.linkedin.com/in/ben-adler/", "ben-adler")]
    [InlineData("https://www.linkedin.com/in/ben-adler?trk=people", "ben-adler")]
    [InlineData("www.linkedin.com/in/ben-adler/de", "ben-adler")]
    [InlineData("http://no.linkedin.com/IN/ben-adler#top", "ben-adler")]
    [InlineData("https://www.linkedin.com/in/chlo%C3%A9-martin", "chloé-martin")]
    [InlineData("https://www.linkedin.com/in/chloe\u0301-martin", "chloé-martin")]
    [InlineData("https://www.linkedin.com/in/bo%", "bo%")]
    [InlineData("https://www.linkedin.com/in/bo-", "bo-")]
    [InlineData("https://www.linkedin.com/in/bo%00%0A", "bo")]
    [InlineData("https://www.linkedin.com/in/", null)]
    [InlineData("https://www.linkedin.com/company/harbor", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_slug_is_the_same_however_the_address_is_written(string? url, string? slug) =>
        ProfileSlug.Of(url).ShouldBe(slug);

    [Fact]
    public void No_text_makes_a_slug_throw() => Gen.String.Sample(text => ProfileSlug.Of("/in/" + text) is null or { Length: > 0 });
}
