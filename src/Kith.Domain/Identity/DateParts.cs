namespace Kith.Domain.Identity;

/// <summary>A date as people write it: any of the parts may be unknown (0), and month and day need not exist.</summary>
public readonly record struct DateParts(int Year, int Month, int Day)
{
    /// <summary>
    /// Reads <c>1983-11-06</c>, <c>--11-06</c>, <c>19831106</c>, <c>06.11.1983</c>, <c>11/06/1983</c> and a year alone; slips such as month 86 are kept as written.
    /// Two numbers before a year are day and month, unless the second cannot be a month.
    /// </summary>
    public static DateParts? Read(string text)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var count = 0;
        var yearless = text.StartsWith("--", StringComparison.Ordinal);
        for (var i = 0; i < text.Length && text[i] is not ('T' or 't');)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                if (char.IsLetter(text[i])) return null;
                i++;
                continue;
            }
            if (count == 3) break;
            for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
            {
                if (++digits[count] > 8) return null;
                numbers[count] = (numbers[count] * 10) + text[i] - '0';
            }
            count++;
        }
        return (count, digits[0]) switch
        {
            (1, 8) => new(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100),
            (1, 4) => yearless ? new(0, numbers[0] / 100, numbers[0] % 100) : new(numbers[0], 0, 0),
            (2, <= 2) when yearless => new(0, numbers[0], numbers[1]),
            (2, 4) => new(numbers[0], numbers[1], 0),
            (3, > 2) => new(numbers[0], numbers[1], numbers[2]),
            (3, _) when numbers[1] > 12 && numbers[0] <= 12 => new(numbers[2], numbers[0], numbers[1]),
            (3, _) => new(numbers[2], numbers[1], numbers[0]),
            _ => null
        };
    }

    /// <summary>How well two dates agree.</summary>
    public Agreement Compare(DateParts other)
    {
        if (this == other)
            return Agreement.Same;
        var (years, months, days) = (Year == other.Year, Month == other.Month, Day == other.Day);
        if (IsPart(other) || other.IsPart(this))
            return Agreement.Variant;
        if (years && Month == other.Day && Day == other.Month)
            return Agreement.Variant;
        var slips = Slips(Year, other.Year, 4) + Slips(Month, other.Month, 2) + Slips(Day, other.Day, 2);
        if (slips == 1)
            return Agreement.Close;
        var same = (years ? 1 : 0) + (months ? 1 : 0) + (days ? 1 : 0);
        return slips == 2 || same == 2 || (years && (IsDefault || other.IsDefault)) ? Agreement.Near : Agreement.Different;
    }

    // 1 January often stands for "some day of that year".
    private bool IsDefault => Month == 1 && Day == 1;

    // What is known of the one says nothing against the other.
    private bool IsPart(DateParts whole) => (Year == 0 || Month == 0 || Day == 0)
        && (Year == 0 || Year == whole.Year) && (Month == 0 || Month == whole.Month) && (Day == 0 || Day == whole.Day)
        && (Year != 0 || Month != 0);

    // Digits that differ; two neighbours exchanged are one slip.
    private static int Slips(int a, int b, int width)
    {
        if (a == b)
            return 0;
        var slips = 0;
        for (var i = 0; i < width; i++, a /= 10, b /= 10)
        {
            if (a % 10 == b % 10) continue;
            slips++;
            if (i + 1 < width && a % 10 == b / 10 % 10 && a / 10 % 10 == b % 10)
                (a, b, i) = (a / 10, b / 10, i + 1);
        }
        return slips;
    }
}
