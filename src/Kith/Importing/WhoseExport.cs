using Kith.Data;
using Kith.Formats;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Tells whose export it is: without that no message has a direction.</summary>
internal static class WhoseExport
{
    /// <summary>The owner, from the workspace where it is known there, else from the export; null where neither tells.</summary>
    internal static async Task<Owner?> Find(KithDb db, LinkedInExport export, CancellationToken ct)
    {
        // What is wrong in these rows is reported when they are read for good.
        var unheard = new IssueLog(0);
        var profile = export.Read(LinkedInFiles.Profile, unheard).FirstOrDefault();
        var inferred = Owner.Infer(export.Read(LinkedInFiles.Messages, unheard), profile, export.Read(LinkedInFiles.Invitations, unheard));
        if (inferred?.Slug is not null)
            return inferred;
        var self = await db.People.Where(p => p.IsSelf && p.LinkedIn != null).Select(p => new { p.LinkedIn, p.FullName }).FirstOrDefaultAsync(ct);
        return self is null ? inferred : new(self.LinkedIn, null, inferred?.Name ?? self.FullName);
    }
}
