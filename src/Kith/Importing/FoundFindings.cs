using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Findings of an import, each once: a workspace holds few of them, so their keys are read when the first is found.</summary>
internal sealed class FoundFindings(ImportSession session)
{
    private HashSet<UInt128>? known;

    /// <summary>Adds the finding unless it is there already.</summary>
    internal async Task<Came> Add(Finding finding)
    {
        known ??= session.HasEarlierRows
            ? [.. (await session.Db.Findings.Where(f => f.SourceKey != null).Select(f => f.SourceKey!).ToListAsync(session.Ct)).Select(Keys.Hash)]
            : [];
        if (!known.Add(Keys.Hash(finding.SourceKey!)))
            return Came.Unchanged;
        session.Staged.Add(finding);
        return Came.Added;
    }
}
