using System.Text;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.Csv;
using Kith.Formats.VCards;
using Microsoft.EntityFrameworkCore;

namespace Kith.Exporting;

/// <summary>Writes the people into a file that programs for contacts read.</summary>
public static class ExportContacts
{
    /// <summary>Groups of columns a kind of value gets at most; further values share the last one, as Google writes them.</summary>
    private const int MostGroups = 8;

    /// <summary>Writes the columns that Google Contacts exports and imports since 2024.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ToCsv(KithDb db, Stream target, CancellationToken ct)
    {
        await using var moment = await Snapshot.Take(db, ct);
        var columns = new GoogleColumns(await Most(db.Emails, ct), await Most(db.Phones, ct), await Most(db.Addresses, ct), await Most(db.Urls, ct) + 1);
        var count = 0L;
        await target.WriteAsync(Encoding.UTF8.GetBytes(CsvWriter.Row(columns.Header())), ct);
        await foreach (var contact in EachContact.Of(db, ct))
        {
            await target.WriteAsync(Encoding.UTF8.GetBytes(CsvWriter.Row(columns.Of(contact))), ct);
            count++;
        }
        return new Dictionary<string, long> { ["people"] = count };
    }

    /// <summary>Writes vCards of version 3.0, which every phone takes; those of 4.0 are taken here and there only.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ToVCard(KithDb db, Stream target, CancellationToken ct)
    {
        await using var moment = await Snapshot.Take(db, ct);
        using var card = new MemoryStream();
        var count = 0L;
        await foreach (var contact in EachContact.Of(db, ct))
        {
            card.SetLength(0);
            VCardWriter.Write(contact, VCardVersion.V3, card);
            await target.WriteAsync(card.GetBuffer().AsMemory(0, (int)card.Length), ct);
            count++;
        }
        return new Dictionary<string, long> { ["people"] = count };
    }

    private static async Task<int> Most<T>(IQueryable<T> rows, CancellationToken ct)
        where T : PersonPart =>
        Math.Clamp(await rows.GroupBy(r => r.PersonId).Select(g => (int?)g.Count()).MaxAsync(ct) ?? 0, 1, MostGroups);
}
