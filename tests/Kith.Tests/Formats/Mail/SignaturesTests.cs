using Kith.Formats.Mail;

namespace Kith.Tests.Formats.Mail;

public sealed class SignaturesTests
{
    [Theory]
    [InlineData("Hi\n\n-- \nAda Finch\nChief of Staff | Harbor & Finch\nm: +1 (415) 555-0100", "Chief of Staff", 5, "Harbor & Finch", 5, "+1 (415) 555-0100", 6)]
    [InlineData("Hallo\n\nMit freundlichen Grüßen\nBo Lind\nGeschäftsführer\nLind Werke AG\nTel.: 0221 / 123 45 67", "Geschäftsführer", 5, "Lind Werke AG", 6, "0221 / 123 45 67", 7)]
    [InlineData("Hi\n\nThanks,\nJo Rook\nVP, Sales\nRook Labs", "VP, Sales", 5, "Rook Labs", 6, null, 0)]
    [InlineData("Hi\n\nCheers\nJo\nEngineer at Rook Labs\nFax: +1 415 555 0101", "Engineer", 5, "Rook Labs", 5, null, 0)]
    public void A_signature_is_read_with_the_lines_it_stands_on(string text, string? title, int titleLine, string? organisation, int organisationLine, string? phone, int phoneLine)
    {
        var found = Signatures.Find(text)!;

        found.Title.ShouldBe(title is null ? null : new(title, titleLine));
        found.Organisation.ShouldBe(organisation is null ? null : new(organisation, organisationLine));
        found.Phone.ShouldBe(phone is null ? null : new(phone, phoneLine));
    }

    [Theory]
    [InlineData("")]
    [InlineData("I met an engineer of Rook Labs GmbH, call +49 221 1234567.")]
    [InlineData("Best regards,\nAda")]
    [InlineData("Thanks,\nI will ask our manager\nand come back.")]
    [InlineData("Fine with me.\n\nOn Mon, 1 Jan 2024, Ada wrote:\n> -- \n> Ada\n> Director, Harbor Inc")]
    [InlineData("Fine.\n\n> Hello\n\nBest regards,\nAda\nDirector")]
    [InlineData("Ok\n\nFrom: Ada\nBest regards\nAda\nDirector")]
    [InlineData("Best regards\nInvoice 20240101 of 12.01.2024")]
    public void What_is_not_surely_a_signature_is_left_alone(string text) => Signatures.Find(text).ShouldBeNull();
}
