namespace Kith.Formats.LinkedIn;

/// <summary>An invitation to connect, sent or received.</summary>
public sealed record Invitation(int Line, Party From, Party To, DateTime? SentAtUtc, string? Message, Direction Direction)
{
    internal static Invitation Of(ExportRow row)
    {
        var direction = row.Direction();
        // One generation has a single address, which is the other side's.
        var other = row.Optional("ProfileUrl");
        var inviter = row.Optional("inviterProfileUrl") ?? (direction == Direction.Incoming ? other : null);
        var invitee = row.Optional("inviteeProfileUrl") ?? (direction == Direction.Outgoing ? other : null);
        return new(
            row.Line,
            Party.Of(row.Text("From"), inviter, row.Optional("inviterProfileUrn")),
            Party.Of(row.Text("To"), invitee, row.Optional("inviteeProfileUrn")),
            row.Instant("Sent At", "8/1/26, 2:00 AM"),
            row.Optional("Message") is { } html ? HtmlText.Plain(html) : null,
            direction);
    }
}
