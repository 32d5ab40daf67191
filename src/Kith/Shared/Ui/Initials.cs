using System.Globalization;

namespace Kith.Shared.Ui;

/// <summary>The letters and the colour that stand for a person or organisation without a picture.</summary>
public static class Initials
{
    /// <summary>How many avatar colours the style sheet knows (<c>hue-0</c> to <c>hue-11</c>).</summary>
    public const int Hues = 12;

    /// <summary>First letter of the first and of the last word: "Ana María López" gives "AL".</summary>
    public static string Of(string? name)
    {
        var letters = (name ?? "").Split([' ', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetterOrDigit(word, 0))
            .Select(word => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.CurrentCulture))
            .ToList();

        return letters.Count switch
        {
            0 => "·",
            1 => letters[0],
            _ => letters[0] + letters[^1],
        };
    }

    /// <summary>The same colour for the same row on every page; the name decides where there is no id yet.</summary>
    public static int HueOf(Guid id, string? name) =>
        // The first bytes of a version-7 id are its time, so only the last ones differ within one import.
        id != Guid.Empty ? id.ToByteArray()[15] % Hues : (name ?? "").Sum(letter => letter) % Hues;
}
