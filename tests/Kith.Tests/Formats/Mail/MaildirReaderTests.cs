using Kith.Formats;
using Kith.Formats.Mail;

namespace Kith.Tests.Formats.Mail;

public sealed class MaildirReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kith-maildir-").FullName;

    [Fact]
    public void Every_message_of_every_folder_is_read_and_labelled()
    {
        Put("cur/1.host:2,S", "Subject: read\n\nx");
        Put("new/2.host", "Subject: new\n\nx");
        Put("tmp/3.host", "Subject: half written\n\nx");
        Put(".Work.Clients/cur/4.host:2,", "Subject: client\nX-Gmail-Labels: Starred\n\nx");
        Put("dovecot-uidlist", "3 V1");
        Put("cur/5.host", "");
        var issues = new IssueLog();

        var messages = MaildirReader.Read(folder, issues).ToList();

        messages.Select(each => $"{each.Subject}: {string.Join(", ", each.Labels)}").ShouldBe(["client: Starred, Work/Clients", "read: ", "new: "]);
        issues.Items.ShouldHaveSingleItem().File.ShouldBe("cur/5.host");
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        Put("outside/cur/1", "Subject: secret\n\nx");
        Directory.CreateDirectory(Path.Combine(folder, "mail/cur"));
        File.CreateSymbolicLink(Path.Combine(folder, "mail/cur/1"), Path.Combine(folder, "outside/cur/1"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "mail/new"), Path.Combine(folder, "outside/cur"));

        MaildirReader.Read(Path.Combine(folder, "mail"), new()).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
