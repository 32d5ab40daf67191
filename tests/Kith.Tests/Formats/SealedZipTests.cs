using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.Sealed;

namespace Kith.Tests.Formats;

public sealed class SealedZipTests
{
    private const string Format = "test-archive";

    [Fact]
    public void What_was_written_is_read_back_with_its_counts()
    {
        using var file = new MemoryStream(Made(("a.jsonl", "{}\n{}\n"), ("keys/b.xml", "<b/>")));

        using var zip = SealedZip.Open(file, Format, newest: 1);
        zip.Verify(Ct);

        zip.Manifest.Files.Select(f => (f.Name, f.Bytes, f.Rows)).ShouldBe([("a.jsonl", 6, 2), ("keys/b.xml", 4, null)]);
        zip.Manifest.Files[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData("{}\n{}\n"u8)));
        using var reader = new StreamReader(zip.OpenFile("a.jsonl"));
        reader.ReadToEnd().ShouldBe("{}\n{}\n");
    }

    [Fact]
    public void The_same_content_makes_the_same_bytes() => Made(("a.jsonl", "{}\n")).ShouldBe(Made(("a.jsonl", "{}\n")));

    [Fact]
    public void A_file_of_another_format_is_not_taken_for_one()
    {
        using var honest = new MemoryStream(Made(("a.jsonl", "")));
        SealedZip.Is(honest, Format).ShouldBeTrue();
        SealedZip.Is(honest, "other-archive").ShouldBeFalse();
        using var text = new MemoryStream("no zip"u8.ToArray());
        SealedZip.Is(text, Format).ShouldBeFalse();
        Refusal(text.ToArray()).ShouldBe("zip.broken");
        Refusal(Archives.Of("Connections.csv").ToArray()).ShouldBe("sealed.other");
    }

    [Fact]
    public void A_newer_version_is_refused() => Refusal(Made(2, ("a.jsonl", ""))).ShouldBe("sealed.newer");

    [Theory]
    [InlineData("../a.jsonl")]
    [InlineData("/a.jsonl")]
    [InlineData("c:/a.jsonl")]
    [InlineData("a\\b.jsonl")]
    public void A_name_that_points_outside_is_refused(string name) => Refusal(Made((name, ""))).ShouldBe("zip.path");

    [Fact]
    public void Files_the_manifest_does_not_name_are_refused() =>
        Refusal(Patched(Made(("a.jsonl", "")), zip => zip.CreateEntry("b.jsonl"))).ShouldBe("sealed.strange");

    [Fact]
    public void A_file_twice_is_refused() => Refusal(Patched(Made(("a.jsonl", "")), zip => zip.CreateEntry("a.jsonl"))).ShouldBe("zip.broken");

    [Fact]
    public void A_file_that_is_missing_is_told() =>
        Refusal(Patched(Made(("a.jsonl", ""), ("b.jsonl", "")), zip => zip.GetEntry("b.jsonl")!.Delete())).ShouldBe("sealed.missing");

    [Fact]
    public void A_changed_file_is_noticed() => Refusal(Patched(Made(("a.jsonl", "{\"n\":1}\n")), zip =>
    {
        zip.GetEntry("a.jsonl")!.Delete();
        using var changed = new StreamWriter(zip.CreateEntry("a.jsonl").Open());
        changed.Write("{\"n\":2}\n");
    })).ShouldBe("sealed.changed");

    [Fact]
    public void What_unpacks_to_far_more_than_it_packs_is_refused() => Refusal(Made(("a.jsonl", new string('0', 3 << 20)))).ShouldBe("zip.bomb");

    [Fact]
    public void A_password_is_refused()
    {
        using var encrypted = Archives.Encrypted(new MemoryStream(Made(("a.jsonl", ""))));
        Refusal(encrypted.ToArray()).ShouldBe("zip.encrypted");
    }

    [Fact]
    public void More_files_than_the_limit_are_refused() =>
        Refusal(Made(("a", ""), ("b", ""), ("c", "")), new SealedLimits { MaxEntries = 3 }).ShouldBe("zip.entries");

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":"test-archive","version":1,"at":"2030-01-01T00:00:00Z","files":null}""")]
    [InlineData("""{"format":"test-archive","version":1,"at":"2030-01-01T00:00:00Z","files":[null]}""")]
    [InlineData("""{"format":"test-archive","version":1,"at":"2030-01-01T00:00:00Z","files":[{"name":"a","bytes":-1,"sha256":""}]}""")]
    [InlineData("""{"format":"test-archive","version":0,"at":"2030-01-01T00:00:00Z","files":[]}""")]
    [InlineData("[")]
    public void A_manifest_that_makes_no_sense_is_none(string manifest) => Refusal(Archives.Of((SealedManifest.FileName, Encoding.UTF8.GetBytes(manifest))).ToArray()).ShouldBe("sealed.other");

    [Fact]
    public void Damaged_bytes_are_refused_or_harmless_and_never_throw_anything_else()
    {
        var honest = Made(("a.jsonl", "{\"n\":1}\n{\"n\":2}\n"), ("b.jsonl", "{}\n"));
        Gen.Select(Gen.Int[0, honest.Length - 1], Gen.Byte, Gen.Int[0, honest.Length]).Sample((at, value, length) =>
        {
            var bytes = honest.ToArray();
            bytes[at] = value;
            Refusal(bytes);
            Refusal(bytes[..length]);
            using var file = new MemoryStream(bytes);
            SealedZip.Is(file, Format);
        }, iter: 3_000);
    }

    [Fact]
    public void Lines_are_cut_whatever_pieces_they_come_in() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 0, 300].Array[0, 20], Gen.Int[1, 50], Gen.Bool).Sample((lines, piece, isEnded) =>
        {
            var text = string.Join('\n', lines) + (isEnded && lines.Length > 0 ? "\n" : "");
            using var source = new Pieces(Encoding.UTF8.GetBytes(text), piece);

            var read = JsonLines.Read(source, "a.jsonl").Select(l => (l.Line, Encoding.UTF8.GetString(l.Text.Span))).ToList();

            var expected = text.Split('\n').ToList();
            if (expected[^1].Length == 0) expected.RemoveAt(expected.Count - 1);
            read.ShouldBe(expected.Select((line, index) => (index + 1, line)));
        });

    [Fact]
    public void A_line_without_end_is_refused()
    {
        using var endless = new MemoryStream(new byte[300_000]);

        Should.Throw<FormatRefusedException>(() => JsonLines.Read(endless, "a.jsonl", maxLineBytes: 100_000).Count()).Message.ShouldStartWith("a.jsonl, line 1:");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static byte[] Made(params (string Name, string Text)[] files) => Made(1, files);

    private static byte[] Made(int version, params (string Name, string Text)[] files)
    {
        using var target = new MemoryStream();
        using var zip = new SealedZipWriter(target, Format, version);
        foreach (var (name, text) in files)
            zip.Add(name, output =>
            {
                output.Write(Encoding.UTF8.GetBytes(text));
                return Task.CompletedTask;
            }).IsCompletedSuccessfully.ShouldBeTrue();
        zip.Finish(DateTime.UnixEpoch);
        return target.ToArray();
    }

    private static byte[] Patched(byte[] made, Action<ZipArchive> change)
    {
        using var file = new MemoryStream();
        file.Write(made);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return file.ToArray();
    }

    /// <summary>The code of the refusal, or nothing where the zip is sound.</summary>
    private static string Refusal(byte[] bytes, SealedLimits? limits = null)
    {
        try
        {
            using var file = new MemoryStream(bytes);
            using var zip = SealedZip.Open(file, Format, newest: 1, limits);
            zip.Verify(Ct);
            return "";
        }
        catch (FormatRefusedException refused)
        {
            return refused.Code;
        }
    }

    /// <summary>Gives its bytes a few at a time, as an inflating stream does.</summary>
    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
