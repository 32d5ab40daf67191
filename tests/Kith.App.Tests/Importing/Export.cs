using System.IO.Compression;
using System.Text;

namespace Kith.App.Tests.Importing;

/// <summary>A LinkedIn export made of a few fictitious rows.</summary>
public sealed class Export
{
    private const string Notes = "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n";

    private readonly Dictionary<string, string> files = [];

    /// <summary>Adds Connections.csv with these rows.</summary>
    public Export Connections(params string[] rows) =>
        With("Connections.csv", Notes + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + Lines(rows));

    /// <summary>Adds messages.csv with these rows.</summary>
    public Export Messages(params string[] rows) => With(
        "messages.csv",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n" + Lines(rows));

    /// <summary>Adds Invitations.csv with these rows.</summary>
    public Export Invitations(params string[] rows) =>
        With("Invitations.csv", "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" + Lines(rows));

    /// <summary>Adds any file.</summary>
    public Export With(string name, string content)
    {
        files[name] = content;
        return this;
    }

    /// <summary>The archive.</summary>
    public byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(Encoding.UTF8.GetBytes(content));
        return bytes.ToArray();
    }

    /// <summary>A row of messages.csv from Ada, whose export it is.</summary>
    public static string FromAda(string to, string date, string text, string conversation = "c1", string folder = "INBOX", string draft = "No") =>
        $"{conversation},,Ada Harbor,{Url("ada-harbor")},{Name(to)},{Url(to)},{date} UTC,,\"{text}\",{folder},,{draft}";

    /// <summary>A row of messages.csv to Ada.</summary>
    public static string ToAda(string from, string date, string text, string conversation = "c1", string folder = "INBOX") =>
        $"{conversation},,{Name(from)},{Url(from)},Ada Harbor,{Url("ada-harbor")},{date} UTC,,\"{text}\",{folder},,No";

    /// <summary>The profile address of a slug; several, of slugs with bars between.</summary>
    public static string Url(string slugs) => string.Join(',', slugs.Split('|').Select(s => $"https://www.linkedin.com/in/{s}")) is var urls && slugs.Contains('|', StringComparison.Ordinal)
        ? $"\"{urls}\""
        : urls;

    private static string Name(string slugs) => slugs.Contains('|', StringComparison.Ordinal)
        ? $"\"{string.Join(',', slugs.Split('|').Select(Words))}\""
        : Words(slugs);

    private static string Words(string slug) => string.Join(' ', slug.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    private static string Lines(string[] rows) => string.Concat(rows.Select(r => r + "\n"));
}
