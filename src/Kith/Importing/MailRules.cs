using Kith.Domain.Identity;
using Kith.Formats.Mail;

namespace Kith.Importing;

/// <summary>Which mail is contact between people, and between whom.</summary>
internal sealed class MailRules(IReadOnlySet<string> own, DateTime now)
{
    /// <summary>A mail to more people than this is an announcement, which is no contact with each of them.</summary>
    private const int MostPeople = 10;

    private const int FirstYear = 1990;

    /// <summary>Why a message is set aside: a code and the words for it; null for one that counts.</summary>
    internal (string Code, string Words)? SetAside(MailRecord mail)
    {
        var folder = SpecialFolders.Of(mail);
        if (folder == SpecialFolder.Drafts)
            return ("draft", "drafts that were never sent");
        if (folder is SpecialFolder.Junk or SpecialFolder.Trash)
            return ("junk", "mail in the folders for spam and for what was deleted");
        if (mail.IsList)
            return ("list", "newsletters and mailing lists");
        if (mail.IsAutomatic)
            return ("automatic", "written by machines");
        if (mail.From?.Email is null)
            return ("sender", "they do not tell who wrote them");
        if (At(mail) is not { } at || at.Year < FirstYear || at > now.AddDays(1))
            return ("undated", "they have no date that can be true");
        if (Others(mail).Count > MostPeople)
            return ("crowd", $"mail to more than {MostPeople} people");
        return Partners(mail).Count == 0 ? ("self", "between your own addresses, or without anybody it was for") : null;
    }

    internal bool IsMine(MailRecord mail) => own.Contains(mail.From!.Email!);

    /// <summary>Who the contact is with: whom the user wrote to, or who wrote to the user.</summary>
    internal IReadOnlyList<MailAddress> Partners(MailRecord mail) => IsMine(mail) ? Others(mail) : [mail.From!];

    internal static DateTime? At(MailRecord mail) => (mail.Date ?? mail.ArrivedAt)?.UtcDateTime;

    /// <summary>True for the desk of a shop or an office, which is nobody one knows unless one wrote to it.</summary>
    internal static bool IsOffice(string address) => Decisions.IsOffice(address);

    private List<MailAddress> Others(MailRecord mail) =>
        [.. mail.To.Concat(mail.Cc).Concat(mail.Bcc).Where(a => a.Email is { Length: > 0 } email && !own.Contains(email)).DistinctBy(a => a.Email!.ToUpperInvariant())];
}
