using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Kith.Benchmarks;

/// <summary>Writes a LinkedIn export of an invented member with that many connections, and about as many messages.</summary>
internal static class LinkedInZip
{
    private const string Me = "https://www.linkedin.com/in/bench-owner";

    private static readonly DateTime Last = new(2026, 10, 1, 12, 0, 0, DateTimeKind.Utc);

    internal static void Write(string path, int people)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        File(zip, "Profile.csv", lines => lines.WriteLine("First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\nBench,Owner,,,,Measures things,,,,,,,"));
        var names = new Names(people);
        var full = new string[people];
        File(zip, "Connections.csv", lines => Connections(lines, names, full));
        File(zip, "messages.csv", lines => Messages(lines, names, full));
        File(zip, "Invitations.csv", lines => Invitations(lines, names, full));
    }

    private static void Connections(StreamWriter lines, Names names, string[] full)
    {
        lines.WriteLine("Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n");
        lines.WriteLine("First Name,Last Name,URL,Email Address,Company,Position,Connected On");
        for (var i = 0; i < full.Length; i++)
        {
            var (given, family) = (names.Given, names.Family);
            full[i] = $"{given} {family}";
            var mail = names.Below(50) == 0 ? Invariant($"{given}.{family}.{i}@example.com") : "";
            lines.WriteLine(Invariant($"{given},{family},{Url(i)},{mail},\"{names.Company}\",\"{names.Title}, Team {names.Below(9)}\",{Last.AddDays(-names.Below(3000)):dd MMM yyyy}"));
        }
    }

    private static void Messages(StreamWriter lines, Names names, string[] full)
    {
        lines.WriteLine("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT");
        for (var i = 0; i < full.Length; i++)
        {
            // A few people get most of the messages.
            var other = names.Skewed(full.Length);
            var at = Last.AddMinutes(-names.Below(3_000_000));
            var (from, fromUrl, to, toUrl) = names.Below(2) == 0 ? ("Bench Owner", Me, full[other], Url(other)) : (full[other], Url(other), "Bench Owner", Me);
            lines.WriteLine(Invariant($"c{other},,{from},{fromUrl},{to},{toUrl},{at:yyyy-MM-dd HH:mm:ss} UTC,,\"Hello, number {i}: are you at the forum next week? It would be good to talk about the plan.\",INBOX,,No"));
        }
    }

    private static void Invitations(StreamWriter lines, Names names, string[] full)
    {
        lines.WriteLine("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl");
        for (var i = 0; i < full.Length / 50; i++)
            lines.WriteLine(Invariant($"Bench Owner,{names.Given} {names.Family},\"{Last.AddMinutes(-names.Below(200_000)):M/d/yy, h:mm tt}\",,OUTGOING,{Me},https://www.linkedin.com/in/invited-{i}"));
    }

    private static string Url(int number) => Invariant($"https://www.linkedin.com/in/bench-{number}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void File(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var lines = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        lines.NewLine = "\n";
        write(lines);
    }
}
