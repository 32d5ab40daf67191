using System.Text;
using CsCheck;
using Kith.Domain;
using Kith.Domain.Proving;

namespace Kith.Tests.Proving;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("%PDF-1.7 ...", "application/pdf")]
    [InlineData("Plain words, ümlauts and\ttabs\r\n", "text/plain")]
    [InlineData("<html><script>alert(1)</script></html>", "text/plain")]
    [InlineData("", null)]
    [InlineData("null\0byte", null)]
    [InlineData("MZ\u0090\0", null)]
    public void A_file_is_told_by_its_bytes(string content, string? type) => AttachedFile.TypeOf(Encoding.UTF8.GetBytes(content)).ShouldBe(type);

    [Fact]
    public void Pictures_are_told_by_their_first_bytes()
    {
        AttachedFile.TypeOf([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0]).ShouldBe("image/png");
        AttachedFile.TypeOf([0xFF, 0xD8, 0xFF, 0xE0]).ShouldBe("image/jpeg");
        AttachedFile.TypeOf([.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8]).ShouldBe("image/webp");
        AttachedFile.TypeOf([(byte)'P', (byte)'K', 3, 4, 0, 0]).ShouldBeNull();
        AttachedFile.TypeOf([0xC3, 0x28]).ShouldBeNull("that is not UTF-8");
    }

    [Theory]
    [InlineData("deck.pdf", "application/pdf", "deck.pdf")]
    [InlineData("C:\\Users\\Ada\\deck.PDF", "application/pdf", "deck.pdf")]
    [InlineData("../../etc/passwd", "text/plain", "passwd.txt")]
    [InlineData("evil.html", "text/plain", "evil.html.txt")]
    [InlineData("photo.jpeg", "image/jpeg", "photo.jpg")]
    [InlineData("a\"b\r\nSet-Cookie: x", "text/plain", "a_b__Set-Cookie_ x.txt")]
    [InlineData("...", "image/png", "evidence.png")]
    [InlineData(null, "image/webp", "evidence.webp")]
    [InlineData("Überblick 2026.txt", "text/plain", "Überblick 2026.txt")]
    public void A_file_name_is_safe_and_says_its_type(string? name, string type, string safe) => AttachedFile.SafeName(name, type).ShouldBe(safe);

    [Fact]
    public void No_name_leads_out_of_its_folder_or_breaks_a_header() =>
        Gen.String.Sample(name =>
        {
            var safe = AttachedFile.SafeName(name, "application/pdf");
            safe.ShouldEndWith(".pdf");
            safe.Length.ShouldBeLessThan(200);
            safe.ShouldAllBe(c => !char.IsControl(c) && c != '/' && c != '\\' && c != '"');
            safe.ShouldNotStartWith(".");
        });

    [Fact]
    public void A_story_says_which_of_its_parts_it_lacks()
    {
        StoryParts.Missing(EvidenceKind.Story, "s", " ", "a", null).ShouldBe(["task", "result"]);
        StoryParts.Missing(EvidenceKind.Story, "s", "t", "a", "r").ShouldBeEmpty();
        StoryParts.Missing(EvidenceKind.Talk, null, null, null, null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_way_has_words_of_its_own_and_every_contact_a_way()
    {
        Enum.GetValues<ShowingWay>().Select(ProofWords.Of).Distinct().Count().ShouldBe(5);
        Enum.GetValues<Channel>().Select(ProofWords.WayOf).ShouldBe([ShowingWay.Meeting, ShowingWay.Call, ShowingWay.Message, ShowingWay.Message, ShowingWay.Event, ShowingWay.Message, ShowingWay.Message]);
        Enum.GetValues<ShowingWay>().Where(w => ProofWords.ContactOf(w) is null).ShouldBe([ShowingWay.CardVisit]);
        ProofWords.ContactOf(ShowingWay.Message).ShouldBe((Channel.Mail, Direction.Out));
    }
}
