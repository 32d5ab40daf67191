using System.Text;
using CsCheck;
using Kith.Formats.Mail;

namespace Kith.Tests.Formats.Mail;

public sealed class MailProperties
{
    private static readonly byte[][] samples =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples", "mail")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly Gen<string> Line = Gen.OneOf(
        "", "", "text", "From here", "From - ", "From a@example.com Mon Jan  1 10:00:00 2024", ">From quoted", ">>From twice", "Subject: x", "--b", "ü", "From  ");

    [Fact]
    public void Any_messages_written_as_mboxrd_are_read_back() =>
        Gen.Select(Line.Array[0, 12].Array[1, 6], Gen.OneOf("\n", "\r\n")).Sample((bodies, lineBreak) =>
        {
            var text = new StringBuilder();
            foreach (var body in bodies)
            {
                text.Append("From a@example.com Mon Jan  1 10:00:00 2024\nSubject: s\nContent-Type: text/plain; charset=utf-8\n\n");
                foreach (var line in body) text.Append(line.TrimStart('>').StartsWith("From ", StringComparison.Ordinal) ? ">" : "").Append(line).Append('\n');
                text.Append('\n');
            }

            var file = MailFile.Mbox(text.Replace("\n", lineBreak).ToString(), MailFile.Everything);

            file.Messages.Select(each => each.Text).ShouldBe(bodies.Select(body => string.Join('\n', body).TrimStart('\n').TrimEnd()));
        });

    [Fact]
    public void No_damage_makes_a_reader_throw_and_bodies_change_no_count() =>
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Select(Gen.Int[0, 4_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 8]).Sample((sample, edits) =>
        {
            var list = samples[sample].ToList();
            foreach (var (at, octet, kind) in edits) Edit(list, at % list.Count, octet, kind);
            byte[] bytes = [.. list];

            var headers = MailFile.Mbox(bytes).Messages;
            var everything = MailFile.Mbox(bytes, MailFile.Everything).Messages;

            everything.Select(each => (each.Offset, each.Line)).ShouldBe(headers.Select(each => (each.Offset, each.Line)));
            MailFile.Eml(bytes, MailFile.Everything).Messages.Count.ShouldBeLessThanOrEqualTo(1);
        }, iter: 1_000);

    [Fact]
    public void A_signature_stands_on_a_line_of_its_text() =>
        Gen.OneOf<string>(Line, Gen.String, Gen.OneOf("-- ", "Best regards", "Engineer | ", " at ", "+49 221", "Director, ", "www.", "0221")).Array[0, 20]
            .Sample(lines =>
            {
                var text = string.Join('\n', lines).ReplaceLineEndings("\n");
                var found = Signatures.Find(text);
                foreach (var line in new[] { found?.Title, found?.Organisation, found?.Phone, found?.Url }.OfType<SignatureLine>())
                    text.Split('\n')[line.Line - 1].ShouldContain(line.Value);
            });

    private static void Edit(List<byte> bytes, int at, byte octet, int kind)
    {
        if (kind == 0) bytes[at] = octet;
        else if (kind == 1) bytes.Insert(at, octet);
        else if (kind == 2 && bytes.Count > 1) bytes.RemoveAt(at);
        else bytes.InsertRange(at, bytes.Skip(at).Take(octet).ToArray());
    }
}
