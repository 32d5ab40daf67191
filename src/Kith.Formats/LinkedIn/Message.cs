namespace Kith.Formats.LinkedIn;

/// <summary>A message the owner wrote or received.</summary>
/// <param name="Line">The line the row starts on.</param>
/// <param name="ConversationId">LinkedIn's key of the conversation; null in old exports.</param>
/// <param name="ConversationTitle">The name of a group conversation.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipients; more than one in a group.</param>
/// <param name="AtUtc">When it was sent.</param>
/// <param name="Subject">The subject of an InMail.</param>
/// <param name="Text">The content as plain text.</param>
/// <param name="Folder">INBOX, ARCHIVE or SPAM.</param>
/// <param name="Direction">Only old exports say it; otherwise it follows from who the owner is.</param>
/// <param name="IsDraft">Never sent.</param>
public sealed record Message(
    int Line,
    string? ConversationId,
    string? ConversationTitle,
    Party From,
    IReadOnlyList<Party> To,
    DateTime? AtUtc,
    string? Subject,
    string Text,
    string? Folder,
    Direction Direction,
    bool IsDraft)
{
    private const StringSplitOptions Parts = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    internal static Message Of(ExportRow row) => new(
        row.Line, row.Optional("Conversation ID"), row.Optional("Conversation Title"),
        Party.Of(row.Text("From"), row.Optional("Sender Profile URL")),
        Recipients(row.Text("To"), row.Text("Recipient Profile URLs")),
        row.Instant("Date"), row.Optional("Subject"), HtmlText.Plain(row.Text("Content", "Message")), row.Optional("Folder"),
        row.Direction(), row.IsYes("Is Message Draft") || row.IsYes("Is Conversation Draft"));

    // Names are joined by commas and may hold commas themselves ("Martin, CFA"), addresses do not: the addresses decide.
    private static IReadOnlyList<Party> Recipients(string names, string urls)
    {
        var addresses = urls.Split([',', ';', ' '], Parts);
        if (addresses.Length == 1) return [Party.Of(names, addresses[0])];
        var people = names.Split([',', ';'], Parts);
        if (addresses.Length == 0) return [.. people.Select(name => Party.Of(name))];

        // Deleted accounts keep their place among the names and have no address.
        var known = people.Length == addresses.Length ? people : [.. people.Where(name => name != PersonName.DeletedAccount)];
        return known.Length == addresses.Length
            ? [.. known.Zip(addresses, (name, url) => Party.Of(name, url))]
            : [.. addresses.Select(url => Party.Of("", url))];
    }
}
