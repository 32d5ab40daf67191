using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>Tells what a column holds from how its values look.</summary>
internal static class ValueShapes
{
    // Columns people keep by hand have a few notes among the numbers.
    private const double Most = 0.7;

    /// <summary>The field whose form most values have, <see cref="ContactField.Ignore"/> for plain words; null when there are none.</summary>
    public static ContactField? Of(IReadOnlyList<string> values)
    {
        if (values.Count == 0) return null;
        bool Mostly(Func<string, bool> test) => values.Count(test) >= Most * values.Count;
        if (Mostly(IsEmail)) return ContactField.Email;
        if (Mostly(value => ProfileSlug.Of(value) is not null && value.Contains("linkedin.", StringComparison.OrdinalIgnoreCase))) return ContactField.LinkedIn;
        if (Mostly(IsUrl)) return ContactField.Url;
        if (Mostly(IsDate)) return ContactField.Birthday;
        return Mostly(IsPhone) ? ContactField.Phone : ContactField.Ignore;
    }

    public static bool IsEmail(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && value.IndexOf('.', at) > at + 1 && !value.Contains("://", StringComparison.Ordinal);
    }

    public static bool IsUrl(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    public static bool IsDate(string value) =>
        ContactDates.Read(value, DateOrder.MonthFirst) is not null && value.AsSpan().IndexOfAny("-/. ,") >= 0;

    public static bool IsPhone(string value)
    {
        var text = value.TrimStart('\'');
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 6 and <= 20 && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '(' or ')' or '-' or '.' or '/' or 'x' or '\u00A0')
            && (text[0] is '+' or '(' or '0' || digits < text.Length || digits >= 7);
    }
}
