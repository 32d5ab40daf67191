using CsCheck;
using Kith.Domain;

namespace Kith.Tests.Domain;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Müller-Łoś, A.", "muller los a")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("  Jörg   Straße ", "jorg strasse")]
    [InlineData("Søren Kierkegård 🎉", "soren kierkegard")]
    [InlineData("İstanbul ILGAZ", "istanbul ilgaz")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("Harbor & Finch GmbH", "harbor finch gmbh")]
    [InlineData(null, "")]
    [InlineData(" - ", "")]
    public void Names_are_compared_without_case_marks_and_punctuation(string? text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Folding_twice_is_folding_once() => Gen.String.Sample(text => Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text)));

    [Fact]
    public void No_text_breaks_it_and_no_word_carries_an_operator() =>
        Gen.String.Sample(text => Folding.Words(text).ShouldAllBe(word => !word.Any(c => char.IsWhiteSpace(c) || "\"'&|!:*()<>".Contains(c))));
}
