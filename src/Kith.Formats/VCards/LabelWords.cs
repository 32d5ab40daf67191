namespace Kith.Formats.VCards;

/// <summary>Finds the words of a file for a label.</summary>
internal static class LabelWords
{
    private static readonly string[] Typed = ["work", "home", "other", "cell", "fax", "pager", "main", "car"];

    private static readonly string[] Apple =
        ["spouse", "manager", "assistant", "child", "parent", "mother", "father", "brother", "sister", "friend", "partner"];

    /// <summary>The types that say the label; empty for none, null where no types can.</summary>
    public static IReadOnlyList<string>? TypesOf(string? label)
    {
        if (label is null) return [];
        var types = label.Replace("mobile", "cell", StringComparison.Ordinal).Split(' ');
        return types.All(Typed.Contains) && Labels.OfTypes(types) == label ? types : null;
    }

    /// <summary>Whether the label can be a value of TYPE as it stands.</summary>
    public static bool IsWord(string? label) =>
        label is not null && label.All(c => char.IsAsciiLetterLower(c) || c == '-') && Labels.OfTypes([label]) == label;

    /// <summary>The label as Apple's programs write it where it is one of theirs.</summary>
    public static string? OfApple(string? label) =>
        label is not null && Apple.Contains(label) ? $"_$!<{char.ToUpperInvariant(label[0])}{label[1..]}>!$_" : label;
}
