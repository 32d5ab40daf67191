using System.Text.RegularExpressions;

namespace Kith.Formats.Mail;

/// <summary>Tells mail between people from what lists and machines send (RFC 2919, RFC 2369, RFC 3834).</summary>
internal static partial class MailKind
{
    public static bool IsList(HeaderFields fields) =>
        fields.Has("list-id") || fields.Has("list-unsubscribe") || fields.Has("list-post")
        || HeaderText.Word(fields.First("precedence")) is "list" or "bulk" or "junk";

    public static bool IsAutomatic(HeaderFields fields, MailAddress? from) =>
        HeaderText.Word(fields.First("auto-submitted")) is not (null or "" or "no")
        || fields.Has("x-autoreply") || fields.Has("x-autorespond")
        || HeaderText.Word(fields.First("precedence")) is "auto_reply"
        || HeaderText.Word(fields.First("return-path")) is "<>"
        || HeaderText.Word(fields.First("content-type")) is "multipart/report"
        || (from?.Email is { } email && Machine().IsMatch(email));

    [GeneratedRegex(@"^(?:.*[._+-])?(?:no|do[._-]?not|not)[._-]?(?:reply|respond|antworten)(?:[._+-].*)?@|^(?:mailer-daemon|postmaster|bounces?|notifications?|automailer|auto-confirm)(?:[+-][^@]*)?@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Machine();
}
