using Kith.Domain;
using Kith.Formats.LinkedIn;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>The projects of an export: each is a piece of work that can be shown.</summary>
internal static class ImportProjects
{
    private const int MostTitle = 200;
    private const int MostAction = 4_000;

    internal static async Task Run(ImportSession session)
    {
        if (!session.Export.Has(LinkedInFiles.Projects))
            return;
        var known = (await session.Db.Evidence.Where(e => e.SourceKey != null).Select(e => e.SourceKey!).ToListAsync(session.Ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, tally) in session.Read(LinkedInFiles.Projects))
        {
            if (row.Title.Length == 0)
                continue;
            // Signs count, unlike in names: C and C++ are two projects. A description that changes does not make a second one.
            var key = Keys.Of(Keys.Project, row.Title.ToUpperInvariant(), Keys.Day(row.From?.First));
            if (!known.Add(key))
            {
                tally.Count(Came.Unchanged);
                continue;
            }
            session.Staged.Add(Of(session, row, key));
            tally.Count(Came.Added);
        }
        await session.SaveChanges();
    }

    private static Evidence Of(ImportSession session, Project row, string key) => new()
    {
        Id = session.Db.NewId(),
        Kind = EvidenceKind.Work,
        Title = Cut(row.Title, MostTitle)!,
        Action = Cut(row.Description, MostAction),
        Url = WebAddress.IsWeb(row.Url) ? row.Url : null,
        On = row.From?.First,
        SourceKey = key,
    };

    private static string? Cut(string? text, int most) =>
        text is null || text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";
}
