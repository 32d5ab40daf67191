using CsCheck;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class TelephoneTests
{
    [Theory]
    [InlineData("+31 20 555 0100", null, "+31205550100")]
    [InlineData("020 555 0100", "NL", "+31205550100")]
    [InlineData("0049 (30) 555-01000", "nl", "+493055501000")]
    [InlineData("(415) 555-2671 ext. 12", "US", "+14155552671")]
    [InlineData("1-365-756-9410 x4781", "US", "+13657569410")]
    [InlineData("tel:+47-22-55-01-00", null, "+4722550100")]
    [InlineData("020 555 0100", null, null)]
    [InlineData("020 555 0100", "nowhere", null)]
    [InlineData("12", "US", null)]
    [InlineData("+999 123456789", null, null)]
    [InlineData("ask Bo", "US", null)]
    [InlineData("", "US", null)]
    public void A_number_has_one_spelling_or_none(string written, string? region, string? e164) => Telephone.E164(written, region).ShouldBe(e164);

    [Fact]
    public void No_text_makes_it_throw_from_any_thread() =>
        Gen.Select(Gen.OneOf<string>(Gen.String, Gen.String["+0123456789 ()-x;ext=tel:"]), Gen.OneOf<string?>("US", "DE", "", "??", null)).Sample((text, region) =>
        {
            if (Telephone.E164(text, region) is { } number) number.ShouldMatch("^\\+[0-9]{4,16}$");
        }, threads: 4);
}
