using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kith.Tests.Formats;

/// <summary>Makes archives, honest ones and hostile ones.</summary>
internal static class Archives
{
    public static MemoryStream Of(params (string Name, byte[] Content)[] entries)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        return file;
    }

    public static MemoryStream Of(params string[] names) => Of([.. names.Select(name => (name, Encoding.UTF8.GetBytes("x\n")))]);

    public static (string Name, byte[] Content) Sample(string name, string sample) => (name, Samples.LinkedIn(sample));

    /// <summary>A Connections.csv whose last row has a company name of that many zeros, packed a thousand to one.</summary>
    public static MemoryStream OfZeros(int bytes)
    {
        var head = "First Name,Last Name,Connected On\nBo,Lind,12 Mar 2024\nBo,"u8.ToArray();
        return Of(("Connections.csv", [.. head, .. new byte[bytes]]));
    }

    /// <summary>Marks every entry as encrypted.</summary>
    public static MemoryStream Encrypted(MemoryStream archive) => Patch(archive, local: 6, central: 8, field => field[0] |= 1);

    /// <summary>Lets every entry claim another size.</summary>
    public static MemoryStream Claiming(MemoryStream archive, uint bytes) =>
        Patch(archive, local: 22, central: 24, field => BinaryPrimitives.WriteUInt32LittleEndian(field, bytes));

    private delegate void Change(Span<byte> field);

    private static MemoryStream Patch(MemoryStream archive, int local, int central, Change change)
    {
        var bytes = archive.ToArray();
        for (var i = 0; i + 46 < bytes.Length; i++)
        {
            var signature = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i));
            if (signature == 0x04034b50) change(bytes.AsSpan(i + local, 4));
            if (signature == 0x02014b50) change(bytes.AsSpan(i + central, 4));
        }
        return new(bytes);
    }
}
