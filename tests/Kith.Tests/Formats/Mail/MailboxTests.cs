using Kith.Formats;
using Kith.Formats.Mail;

namespace Kith.Tests.Formats.Mail;

public sealed class MailboxTests : IDisposable
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

        var messages = Read(folder, issues).ToList();

        messages.Select(each => $"{each.Subject}: {string.Join(", ", each.Labels)}").ShouldBe(["client: Starred, Work/Clients", "read: ", "new: "]);
        issues.Items.Select(each => $"{each.Code} {each.Message}").ShouldBe(["skipped.others 1 file without mail passed over", "mail.none The file is empty"]);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        Put("outside/cur/1", "Subject: secret\n\nx");
        Directory.CreateDirectory(Path.Combine(folder, "mail/cur"));
        File.CreateSymbolicLink(Path.Combine(folder, "mail/cur/1"), Path.Combine(folder, "outside/cur/1"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "mail/new"), Path.Combine(folder, "outside/cur"));

        Should.Throw<FormatRefusedException>(() => Read(Path.Combine(folder, "mail"), new())).Code.ShouldBe("mail.none");
    }

    [Fact]
    public void What_mail_programs_keep_is_read_whatever_they_call_it()
    {
        Put("Inbox", "From a@example.org Mon Jan  1 10:00:00 2024\nSubject: of Mozilla\n\nx\n");
        Put("Inbox.msf", "// index");
        Put("Inbox.sbd/Clients", "From a@example.org Mon Jan  1 10:00:00 2024\nSubject: a folder in it\n\nx\n");
        Put("Sent Messages.mbox/mbox", "From a@example.org Mon Jan  1 10:00:00 2024\nSubject: of Apple\n\nx\n");
        Put("saved/one.eml", "Subject: saved\n\nx");
        Put("cur/1.host:2,DT", "Subject: draft\n\nx");

        Read(folder, new()).Select(each => $"{each.Subject}: {string.Join(", ", each.Labels)}")
            .ShouldBe(["of Mozilla: Inbox", "a folder in it: Inbox/Clients", "of Apple: Sent Messages", "draft: Drafts, Trash", "saved: saved"]);
    }

    [Fact]
    public void A_zip_of_a_folder_is_read_like_the_folder()
    {
        Put("cur/1.host:2,S", "Subject: one\n\nx");
        Put("All mail.mbox", "From a@example.org Mon Jan  1 10:00:00 2024\nSubject: two\n\nx\n\nFrom a@example.org Mon Jan  1 10:00:00 2024\nSubject: three\n\nx\n");
        var zip = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.zip");
        System.IO.Compression.ZipFile.CreateFromDirectory(folder, zip);
        try
        {
            using var file = File.OpenRead(zip);
            Mailbox.IsZipOfMail(file).ShouldBeTrue();
            using var mailbox = Mailbox.Open(file, "mail.zip");
            for (var reading = 1; reading <= 2; reading++)
            {
                mailbox.Read(new()).Select(each => each.Subject).ShouldBe(["two", "three", "one"]);
                mailbox.BytesRead.ShouldBe(reading * mailbox.TotalBytes);
            }
        }
        finally
        {
            File.Delete(zip);
        }
    }

    [Fact]
    public void The_text_is_read_only_of_the_messages_that_are_asked_for()
    {
        Put("mail.mbox", "From a@example.org Mon Jan  1 10:00:00 2024\nSubject: one\n\nfirst\n\nFrom a@example.org Mon Jan  1 10:00:00 2024\nSubject: two\n\nsecond\n");
        Put("cur/1.host", "Subject: three\n\nthird");

        Read(folder, new(), new() { ReadBodyOf = message => message.Subject != "one" }).Select(each => each.Text).ShouldBe([null, "third", "second"], ignoreOrder: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static List<MailRecord> Read(string folder, IssueLog issues, MailLimits? limits = null)
    {
        using var mailbox = Mailbox.Open(folder, "mail");
        return [.. mailbox.Read(issues, limits)];
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
