using System.Text;
using Kith.Formats.Mail;

namespace Kith.Tests.Formats.Mail;

public sealed class MboxReaderTests
{
    [Fact]
    public void A_Gmail_export_is_read_message_by_message_though_all_have_one_id()
    {
        var file = MailFile.Mbox(MailFile.Sample("takeout.mbox"));

        file.Messages.Select(each => (each.MessageId, each.ThreadKey, each.Line)).ShouldBe([
            ("one@example.com", "1780000000000000001", 1), ("one@example.com", "1780000000000000001", 39), ("one@example.com", "one@example.com", 53)]);
        var first = file.Messages[0];
        first.From.ShouldBe(new("ada.finch@example.com", "Ada Fínch"));
        first.To.ShouldBe([new("ivo.pett@example.org", "Pett, Ivo"), new("bo@example.org", "Bo Lind"), new("jo@example.org", null)]);
        first.Cc.ShouldBeEmpty();
        first.ReplyTo.ShouldBe([new("ada@example.com", null)]);
        first.Subject.ShouldBe("Café on Monday");
        first.Date.ShouldBe(new DateTimeOffset(2024, 1, 1, 13, 0, 0, TimeSpan.FromHours(1)));
        first.Labels.ShouldBe(["Inbox", "Work, old", "Wärme"]);
        first.Text.ShouldBeNull();
        first.Attachments.ShouldBeEmpty();
        file.Issues.Total.ShouldBe(0);
    }

    [Fact]
    public void An_answer_knows_what_it_answers_and_when_it_came()
    {
        var answer = MailFile.Mbox(MailFile.Sample("takeout.mbox")).Messages[1];

        answer.InReplyTo.ShouldBe("one@example.com");
        answer.References.ShouldBe(["zero@example.com", "one@example.com"]);
        answer.Date.ShouldBeNull();
        answer.ArrivedAt.ShouldBe(new DateTimeOffset(2024, 1, 1, 14, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Bodies_and_attachments_come_when_asked_for()
    {
        var first = MailFile.Mbox(MailFile.Sample("takeout.mbox"), MailFile.Everything).Messages[0];

        first.Attachments.ShouldBe(["agenda.pdf"]);
        first.Text.ShouldBe("""
            Hello Ivo,

            From Paris we flew home on Monday at 12:30 in 2024.
            From now on I am here.

            From the desk of Ada Mon Jan  1 12:00:00 2024
            which is no message.

            Best regards,
            Ada
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(2, "\n\nFrom bo@example.org Tue Jan  2 10:00:00 2024\nSubject: b\n\n")]
    [InlineData(2, "\r\n\r\nFrom bo@example.org Tue Jan  2 10:00:00 2024\r\nSubject: b\r\n\r\n")]
    [InlineData(2, "\n\nFrom bo@example.org Tue, 2 Jan 2024 10:00:00 +0100\nSubject: b\n\n")]
    [InlineData(2, "\n\nFrom - \nSubject: b\n\n")]
    [InlineData(2, "\n\nFrom 17@xxx\nX-GM-THRID: 1\nSubject: b\n\n")]
    [InlineData(2, "\nFrom - Tue Jan  2 10:00:00 2024\nSubject: b\n\n")]
    [InlineData(2, "\n\nFrom bo@example.org Tue Jan  2 10:00:00 2024\n\n")]
    [InlineData(2, "\n\nFrom bo@example.org Tue Jan  2 10:00:00 2024")]
    [InlineData(2, "\nFrom ???@??? Tue Jan 02 10:00:00 2024\nSubject: b\n\n")]
    [InlineData(1, "\nFrom bo@example.org Tue Jan  2 10:00:00 2024\nSubject: quoted\n\n")]
    [InlineData(1, "\n\nFrom - me: a story\nSubject: b\n\n")]
    [InlineData(1, "\n\n>From bo@example.org Tue Jan  2 10:00:00 2024\nSubject: b\n\n")]
    [InlineData(1, "\n\nFrom bo@example.org Tue Jan  2 10:00:00 2024\nwe heard nothing.\n")]
    [InlineData(1, "\n\nFrom Russia with love\nYear: 1963\n\n")]
    [InlineData(1, "\nFrom Monday 10:00 to Friday in Jan 2024 we\nnote: are away\n")]
    [InlineData(1, "\n\nFrom - \nhere on\n")]
    [InlineData(1, "\n\nFrom \nSubject: b\n\n")]
    [InlineData(1, "\n\nFrom here\n\nFrom there\n")]
    public void A_line_that_begins_with_From_is_looked_at_twice(int messages, string between)
    {
        var file = MailFile.Mbox("From ada@example.com Mon Jan  1 10:00:00 2024\nSubject: a\n\nbody" + between);

        file.Messages.Count.ShouldBe(messages);
        file.Messages[0].Subject.ShouldBe("a");
    }

    [Fact]
    public void A_message_without_body_ends_where_the_next_begins()
    {
        var file = MailFile.Mbox("""
            From a@example.com Mon Jan  1 10:00:00 2024
            Subject: a

            From b@example.com Mon Jan  1 10:00:00 2024
            Subject: b
            From c@example.com Mon Jan  1 10:00:00 2024
            Subject: c
            """);

        file.Messages.Select(each => (each.Subject, each.Line)).ShouldBe([("a", 1), ("b", 4), ("c", 6)]);
    }

    [Fact]
    public void A_byte_order_mark_or_a_preface_is_passed_over()
    {
        MailFile.Mbox("\uFEFF\r\nFrom - \r\nFrom: a@example.com\r\n\r\nx").Message.From!.Email.ShouldBe("a@example.com");
        var prefaced = MailFile.Mbox("exported by hand\n\nFrom a@example.com Mon Jan  1 10:00:00 2024\nSubject: a\n\nx");
        prefaced.Message.Subject.ShouldBe("a");
        prefaced.Problems.ShouldBe([(1, "mbox.start")]);
        MailFile.Mbox("Subject: only one\n\nx").Message.Subject.ShouldBe("only one");
        MailFile.Mbox("nothing at all").Messages.ShouldBeEmpty();
        MailFile.Mbox("").Problems.ShouldBe([(1, "mbox.start")]);
    }

    [Fact]
    public void What_is_too_much_is_left_out_and_reported()
    {
        var text = string.Concat(Enumerable.Range(0, 3).Select(i =>
            $"From a@example.com Mon Jan  1 10:00:00 2024\nSubject: {i}\nX-Long: {new string('x', 500)}\nTo: a@example.com, b@example.com\n\n{new string('y', 500)}\n\n"));

        var file = MailFile.Mbox(text, new() { MaxHeaderBytes = 100, MaxMessages = 2 });
        file.Messages.Select(each => each.Subject).ShouldBe(["0", "1"]);
        file.Problems.ShouldBe([(1, "mail.header.size"), (8, "mail.header.size"), (15, "mail.messages")]);

        MailFile.Mbox(text, new() { MaxAddresses = 1 }).Messages[0].To.Count.ShouldBe(1);
        var cut = MailFile.Mbox(text, MailFile.Everything with { MaxMessageBytes = 700, MaxTextChars = 50 });
        cut.Messages.Count.ShouldBe(3);
        cut.Messages[0].Text!.Length.ShouldBe(50);
        cut.Problems.Select(problem => problem.Code).Distinct().ShouldBe(["mail.size"]);
    }

    [Fact]
    public void Messages_are_found_across_the_edges_of_what_is_read_at_once()
    {
        var body = new string('z', 70_000) + "\nFrom here on it is text\n";
        var text = string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"From a@example.com Mon Jan  1 10:00:00 2024\nSubject: {i}\n\n{body}{new string('q', i * 37)}\n\n"));
        using var dripping = new DrippingStream(Encoding.ASCII.GetBytes(text), 4_099);

        var messages = MboxReader.Read(dripping, "t", new()).ToList();

        messages.Select(each => each.Subject).ShouldBe(Enumerable.Range(0, 60).Select(i => $"{i}"));
        messages.Select(each => each.Line).ShouldBe(Enumerable.Range(0, 60).Select(i => i * 7 + 1));
        messages.All(each => text[(int)each.Offset..].StartsWith("From a@", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void A_file_of_any_size_takes_one_buffer_of_memory()
    {
        var message = Encoding.ASCII.GetBytes("From a@example.com Mon Jan  1 10:00:00 2024\nSubject: a\n\n" + new string('z', 900_000) + "\n\n");
        using var endless = new DrippingStream(message, 1 << 20, times: 200);
        var before = GC.GetAllocatedBytesForCurrentThread();

        MboxReader.Read(endless, "t", new()).Count().ShouldBe(200);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
    }

    /// <summary>Gives its bytes in pieces, as often as told.</summary>
    private sealed class DrippingStream(byte[] bytes, int piece, int times = 1) : MemoryStream(bytes)
    {
        private int left = times;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position == Length && --left > 0) Position = 0;
            return base.Read(buffer, offset, Math.Min(count, piece));
        }
    }
}
