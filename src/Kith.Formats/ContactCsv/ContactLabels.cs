namespace Kith.Formats.ContactCsv;

/// <summary>What a value is for, in one spelling where programs write the same word differently.</summary>
internal static class ContactLabels
{
    private static readonly HashSet<string> Known =
    [
        "work", "home", "mobile", "other", "main", "pager", "primary", "work fax", "home fax", "other fax", "school", "custom",
        "spouse", "child", "partner", "manager", "assistant", "mother", "father", "parent", "brother", "sister", "friend", "relative",
        "domestic partner", "referred by", "profile", "blog", "home page", "chat"
    ];

    /// <summary>The label without Google's star, in lower case where it is a common word; null when there is none.</summary>
    public static string? Canonical(string? label)
    {
        var text = label?.Trim() ?? "";
        if (text.StartsWith("* ", StringComparison.Ordinal)) text = text[2..].TrimStart();
        if (text is "" or "*") return null;
        var lower = text.ToLowerInvariant();
        return Known.Contains(lower) ? lower : text;
    }

    /// <summary>Google stars the label of the address or number that is used first.</summary>
    public static bool IsPrimary(string? label) => label?.TrimStart().StartsWith('*') == true;
}
