using MimeKit;

namespace Kith.Formats.Mail;

/// <summary>Somebody with an address.</summary>
public sealed record DraftParty(string Name, string Address);

/// <summary>A mail to be sent by the user's own program.</summary>
/// <param name="From">The user; null where no address is known.</param>
/// <param name="To">Whom it goes to; null where no address is known.</param>
/// <param name="Subject">The subject; null for none.</param>
/// <param name="Text">The text, in lines of any ending.</param>
/// <param name="At">When it was written.</param>
public sealed record DraftRecord(DraftParty? From, DraftParty? To, string? Subject, string Text, DateTimeOffset At);

/// <summary>Writes a mail as a file that mail programs open as a draft (<c>X-Unsent</c>, as Outlook and Thunderbird read it).</summary>
public static class DraftMail
{
    /// <summary>The file's bytes (RFC 5322).</summary>
    public static byte[] Write(DraftRecord draft)
    {
        using var message = new MimeMessage { Subject = draft.Subject ?? "", Date = draft.At };
        message.From.Clear();
        Add(message.From, draft.From);
        Add(message.To, draft.To);
        message.Headers.Add("X-Unsent", "1");
        message.Body = new TextPart("plain") { Text = draft.Text.ReplaceLineEndings("\r\n") };
        using var file = new MemoryStream();
        message.WriteTo(file);
        return file.ToArray();
    }

    private static void Add(InternetAddressList list, DraftParty? party)
    {
        // An address that no mail program would take is left for the user to put right.
        if (party is not null && MailboxAddress.TryParse(party.Address, out var parsed))
            list.Add(new MailboxAddress(party.Name, parsed.Address));
    }
}
