using System.Globalization;
using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.CommandLine;

/// <summary>Questions to the database that the model has no words for.</summary>
internal static class Sql
{
    /// <summary>The first column of every row, as text.</summary>
    internal static async Task<IReadOnlyList<string>> Ask(KithDb db, string question, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Every question is a constant of this program.
            command.CommandText = question;
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(ct);
            var answers = new List<string>();
            while (await rows.ReadAsync(ct))
                answers.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture) ?? "");
            return answers;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
