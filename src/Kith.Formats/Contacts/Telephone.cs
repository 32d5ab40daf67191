using PhoneNumbers;

namespace Kith.Formats.Contacts;

/// <summary>Telephone numbers in the one spelling that can be compared (ITU-T E.164); safe to use from several threads.</summary>
public static class Telephone
{
    // libphonenumber refuses longer ones, and says so with an exception.
    private const int LongestNumber = 250;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>The number as <c>+31205550100</c>, without an extension; null when it cannot be told.</summary>
    /// <param name="value">The number as written.</param>
    /// <param name="region">The country of numbers written without one (ISO 3166, two letters), if any.</param>
    public static string? E164(string value, string? region)
    {
        var text = value.Trim();
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        if (text.Length is < 4 or > LongestNumber) return null;
        try
        {
            var number = Library.Parse(text, region?.Trim().ToUpperInvariant());
            // Its length is enough: whether a number is assigned changes from year to year, and made-up ones compare as well as others.
            return Library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE ? Library.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
