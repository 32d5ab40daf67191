using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class RefusedExportsTests
{
    private static readonly (string Name, byte[] Content) Connections = Archives.Sample("Connections.csv", "connections-current.csv");

    [Theory]
    [InlineData("")]
    [InlineData("just a note\nto myself\n")]
    [InlineData("%PDF-1.7 and so on")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("item,price\nbread,3\n")]
    public void What_is_neither_archive_nor_known_file_is_refused(string text) =>
        Refusal(Text.Utf8(text)).Code.ShouldBe("file.unknown");

    [Fact]
    public void A_single_file_without_a_needed_column_is_refused_and_says_which()
    {
        var refusal = Refusal(new MemoryStream(Samples.LinkedIn("connections-missing-column.csv")));

        refusal.Code.ShouldBe("csv.column");
        refusal.Message.ShouldStartWith("Connections.csv: No column 'Connected On' (found: First Name,");
    }

    [Fact]
    public void An_archive_whose_connections_lack_a_column_is_refused_as_a_whole()
    {
        var refusal = Refusal(Archives.Of(Archives.Sample("Connections.csv", "connections-missing-column.csv")));

        refusal.Code.ShouldBe("csv.column");
        refusal.Message.ShouldStartWith("Connections.csv: No column 'Connected On'");
    }

    [Fact]
    public void An_archive_without_connections_is_refused_and_says_what_it_holds()
    {
        var refusal = Refusal(Archives.Of("messages.csv", "photo.png", "inner.zip"));

        refusal.Code.ShouldBe("zip.connections-missing");
        refusal.Message.ShouldContain("messages.csv, photo.png, inner.zip");
        refusal.Message.ShouldContain("Download larger data archive");
    }

    [Theory]
    [InlineData("../Connections.csv")]
    [InlineData("a/../../b.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x.csv")]
    [InlineData("Jobs\\Saved Jobs.csv")]
    [InlineData("..")]
    [InlineData("a\u0001.csv")]
    public void Names_that_point_outside_of_the_archive_are_refused(string name) =>
        Refusal(Archives.Of(Connections, (name, [1]))).Code.ShouldBe("zip.path");

    [Fact]
    public void A_password_is_refused() =>
        Refusal(Archives.Encrypted(Archives.Of(Connections))).Code.ShouldBe("zip.encrypted");

    [Fact]
    public void Too_many_files_are_refused()
    {
        var archive = Archives.Of([.. Enumerable.Range(0, 30).Select(i => $"Articles/{i}.html"), "Connections.csv"]);

        Refusal(archive, new() { MaxEntries = 30 }).Code.ShouldBe("zip.entries");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked() =>
        Refusal(Archives.OfZeros(8 << 20)).Code.ShouldBe("zip.bomb");

    [Theory]
    [InlineData(1 << 20, 4 << 20)]
    [InlineData(4 << 20, 1 << 20)]
    public void Sizes_above_the_limits_are_refused(long entry, long total) =>
        Refusal(Archives.OfZeros(2 << 20), new() { MaxEntryBytes = entry, MaxTotalBytes = total, MaxRatio = 5_000 })
            .Code.ShouldBe("zip.bomb");

    [Theory]
    [InlineData(100u)]
    [InlineData(1_000_000u)]
    public void A_bomb_that_claims_to_be_small_is_refused_while_it_is_read(uint claimed)
    {
        var archive = Archives.Claiming(Archives.OfZeros(8 << 20), claimed);

        Refusal(archive).Code.ShouldBeOneOf("zip.bomb", "zip.broken");
    }

    [Fact]
    public void A_flipped_bit_is_found_out()
    {
        var csv = Encoding.UTF8.GetBytes("First Name,Last Name,Connected On\n" + string.Concat(
            Enumerable.Range(0, 50).Select(i => $"Bo{i},Lind,12 Mar 2024\n")));
        var bytes = Archives.Of(("Connections.csv", csv)).ToArray();
        // The content begins after the entry's header and name.
        for (var at = 45; at < 145; at++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= 4;
            Refusal(new(flipped)).Code.ShouldBeOneOf("zip.broken", "zip.bomb");
        }
    }

    [Fact]
    public void A_truncated_or_altered_archive_gives_a_refusal_and_nothing_else()
    {
        var bytes = Archives.Of(Connections, Archives.Sample("messages.csv", "messages-current.csv"),
            Archives.Sample("Jobs/Saved Jobs.csv", "saved-jobs.csv")).ToArray();
        var alteration = Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte);
        Gen.Select(Gen.Int[0, bytes.Length], alteration.Array[0, 8]).Sample((length, alterations) =>
        {
            var altered = (byte[])bytes.Clone();
            foreach (var (at, value) in alterations) altered[at] = value;
            try
            {
                ReadAll(new MemoryStream(altered, 0, length % 5 == 0 ? length : altered.Length));
            }
            catch (FormatRefusedException)
            {
                // The only thing that may be thrown.
            }
        }, iter: 3_000);
    }

    private static FormatRefusedException Refusal(MemoryStream file, ExportLimits? limits = null) =>
        Should.Throw<FormatRefusedException>(() => ReadAll(file, limits));

    private static int ReadAll(MemoryStream file, ExportLimits? limits = null)
    {
        using var export = LinkedInExport.Open(file, "export", limits);
        var issues = new IssueLog();
        var others = export.Read(LinkedInFiles.Messages, issues).Count() + export.Read(LinkedInFiles.SavedJobs, issues).Count();
        return others + export.Read(LinkedInFiles.Connections, issues).Count();
    }
}
