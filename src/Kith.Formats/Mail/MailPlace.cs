using static System.FormattableString;

namespace Kith.Formats.Mail;

/// <summary>Where a message stands, for what is reported of it.</summary>
internal sealed record MailPlace(string File, IssueLog Issues, MailLimits Limits, int Line)
{
    public void Report(string code, string message) => Issues.Report(File, Line, code, message);

    public void ReportSize() => Report("mail.size", Invariant($"The message is longer than {Limits.MaxMessageBytes:N0} bytes; the rest was left out"));
}
