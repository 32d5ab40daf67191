using System.Text;
using Kith.Formats;
using Kith.Formats.Mail;

namespace Kith.Tests.Formats.Mail;

/// <summary>What one file of mail was read into.</summary>
internal sealed class MailFile
{
    public static readonly MailLimits Everything = new() { ReadParts = true, ReadBodies = true };

    private MailFile(byte[] bytes, bool isMbox, MailLimits? limits)
    {
        using var stream = new MemoryStream(bytes);
        Messages = [.. isMbox ? MboxReader.Read(stream, "t", Issues, limits) : EmlReader.Read(stream, "t", Issues, limits)];
    }

    public IssueLog Issues { get; } = new();

    public IReadOnlyList<MailRecord> Messages { get; }

    public MailRecord Message => Messages.ShouldHaveSingleItem();

    public IEnumerable<(int Line, string Code)> Problems => Issues.Items.Select(issue => (issue.Line, issue.Code));

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "mail", name));

    public static MailFile Mbox(byte[] bytes, MailLimits? limits = null) => new(bytes, true, limits);

    public static MailFile Mbox(string text, MailLimits? limits = null) => new(Encoding.UTF8.GetBytes(text), true, limits);

    public static MailFile Eml(byte[] bytes, MailLimits? limits = null) => new(bytes, false, limits);

    public static MailFile Eml(string text, MailLimits? limits = null) => new(Encoding.UTF8.GetBytes(text), false, limits);
}
