namespace Kith.Tests.Formats.Mail;

public sealed class EmlReaderTests
{
    [Fact]
    public void A_message_inside_a_message_is_one_of_its_attachments()
    {
        var file = MailFile.Eml(MailFile.Sample("forward.eml"), MailFile.Everything);

        file.Message.From.ShouldBe(new("orla.quill@example.com", "Orla Quill"));
        file.Message.Subject.ShouldBe("Fwd: the introduction");
        file.Message.InReplyTo.ShouldBe("intro@example.org");
        file.Message.ThreadKey.ShouldBe("intro@example.org");
        file.Message.Attachments.ShouldBe(["Meet Orla.eml", "grüße.png"]);
        file.Message.Text!.ShouldStartWith("Grüße aus Köln.\n");
        file.Message.Signature.ShouldBe(new()
        {
            Title = new("Head of Partnerships", 5),
            Organisation = new("Harbor & Finch GmbH", 6),
            Phone = new("+49 221 1234567", 7),
            Url = new("https://www.example.com", 8)
        });
        file.Issues.Total.ShouldBe(0);
    }

    [Fact]
    public void A_message_that_came_back_undelivered_is_no_attachment()
    {
        var bounce = MailFile.Eml("""
            From: Mail System <mailer-daemon@example.com>
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: text/plain

            Sorry
            --r
            Content-Type: message/rfc822

            Subject: Hello

            x
            --r--
            """).Message;

        bounce.Attachments.ShouldBeEmpty();
        bounce.IsAutomatic.ShouldBeTrue();
    }

    [Fact]
    public void Attachments_and_text_come_only_if_they_are_asked_for()
    {
        MailFile.Eml(MailFile.Sample("forward.eml")).Message.Attachments.ShouldBeEmpty();
        var message = MailFile.Eml(MailFile.Sample("forward.eml"), new() { ReadParts = true }).Message;

        message.Attachments.Count.ShouldBe(2);
        message.Text.ShouldBeNull();
        message.Signature.ShouldBeNull();
    }

    [Fact]
    public void A_message_in_utf7_is_read_as_its_writer_meant_it()
    {
        var message = MailFile.Eml(MailFile.Sample("old-outlook.eml"), MailFile.Everything).Message;

        message.To.ShouldBe([new("juergen@example.org", "Jürgen Rook")]);
        message.Subject.ShouldBe("Frösche & Co");
        message.Date.ShouldBe(new DateTimeOffset(1996, 1, 1, 10, 0, 0, TimeSpan.FromHours(-5)));
        message.MessageId.ShouldBe("old@example.com");
        message.Text.ShouldBe("Grüße 1 + 1");
    }

    [Fact]
    public void A_header_full_of_faults_still_tells_who_wrote_to_whom()
    {
        var message = MailFile.Eml(MailFile.Sample("raw-bytes.eml"), MailFile.Everything).Message;

        message.Subject.ShouldBe("Grüße");
        message.From.ShouldBe(new("juergen@example.org", "Jürgen Rook"));
        message.To.Select(each => each.Email).ShouldBe(["bo@example.org", "ada@example.com"]);
        message.ArrivedAt.ShouldBe(new DateTimeOffset(2024, 1, 4, 10, 0, 0, TimeSpan.Zero));
        message.Text.ShouldBe("Hallo");
    }

    [Theory]
    [InlineData("From: Ada Finch <ada@example.com>", "ada@example.com", "Ada Finch")]
    [InlineData("From: \"'Ada Finch'\" <ada@example.com>", "ada@example.com", "Ada Finch")]
    [InlineData("From: ada@example.com (Ada Finch)", "ada@example.com", "Ada Finch")]
    [InlineData("from : ada@example.com", "ada@example.com", null)]
    [InlineData("From: root", null, "root")]
    [InlineData("From: =?utf-8?q?Ada?= =?utf-8?q?_Finch?= <ada@example.com>", "ada@example.com", "Ada Finch")]
    [InlineData("Sender: ada@example.com", "ada@example.com", null)]
    [InlineData("X-From: ada@example.com", null, null)]
    public void The_writer_is_found_in_every_spelling(string header, string? email, string? name)
    {
        var from = MailFile.Eml(header + "\nTo: bo@example.org\n\nx").Message.From;

        (from?.Email, from?.Name).ShouldBe((email, name));
    }

    [Theory]
    [InlineData("List-Id: <news.example.com>", true, false)]
    [InlineData("List-Unsubscribe: <mailto:x@example.com>", true, false)]
    [InlineData("Precedence: bulk", true, false)]
    [InlineData("Auto-Submitted: auto-replied; owner=x", false, true)]
    [InlineData("Auto-Submitted: no", false, false)]
    [InlineData("Content-Type: multipart/report; boundary=x", false, true)]
    [InlineData("From: <no-reply@example.com>", false, true)]
    [InlineData("From: <orders.noreply+7@example.com>", false, true)]
    [InlineData("From: <MAILER-DAEMON@example.com>", false, true)]
    [InlineData("From: <noreen@example.com>", false, false)]
    [InlineData("From: <postmasterson@example.com>", false, false)]
    public void Lists_and_machines_are_told_from_people(string header, bool isList, bool isAutomatic)
    {
        var message = MailFile.Eml(header + "\nSubject: x\n\nx").Message;

        (message.IsList, message.IsAutomatic).ShouldBe((isList, isAutomatic));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Any_line_break_and_a_left_over_separator_will_do(string lineBreak)
    {
        var text = "\uFEFFFrom ada@example.com Mon Jan  1 10:00:00 2024\nSubject: a\n b\n\tc\nTo: bo@example.org\n\nSubject: not this\n";

        var message = MailFile.Eml(text.Replace("\n", lineBreak, StringComparison.Ordinal), MailFile.Everything).Message;

        message.Subject.ShouldBe("a b\tc");
        message.To.ShouldHaveSingleItem();
        message.Text.ShouldBe("Subject: not this");
        message.Line.ShouldBe(2);
    }

    [Fact]
    public void A_file_without_header_or_content_is_reported()
    {
        MailFile.Eml("just words\n\nmore").Problems.ShouldContain((1, "mail.header"));
        var empty = MailFile.Eml("\r\n");
        empty.Messages.ShouldBeEmpty();
        empty.Problems.ShouldBe([(0, "mail.none")]);
    }

    [Fact]
    public void Parts_are_counted_and_their_depth_is_bounded()
    {
        var deep = "Subject: deep\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        MailFile.Eml(deep, MailFile.Everything).Message.Subject.ShouldBe("deep");

        var wide = "Subject: wide\nContent-Type: multipart/mixed; boundary=b\n\n"
            + string.Concat(Enumerable.Range(0, 50).Select(i => $"--b\nContent-Type: text/plain; name=f{i}.txt\n\nx\n")) + "--b--\n";
        var file = MailFile.Eml(wide, new() { MaxParts = 10, ReadParts = true });
        file.Message.Attachments.Count.ShouldBe(10);
        file.Problems.ShouldBe([(1, "mail.parts.count")]);
    }
}
