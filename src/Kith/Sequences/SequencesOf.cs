using Kith.Data;
using Kith.Domain;
using Kith.Domain.Sequences;
using Microsoft.EntityFrameworkCore;

namespace Kith.Sequences;

/// <summary>The sequences that can be started: those that come with Kith, and the user's own.</summary>
internal static class SequencesOf
{
    /// <summary>A sequence by its name and steps.</summary>
    internal sealed record Chosen(string Name, string Steps);

    /// <summary>The one meant by a code, an id or a name; the first of those that come with Kith where none is named.</summary>
    internal static async Task<Chosen> Named(KithDb db, string? text, CancellationToken ct)
    {
        var wanted = text?.Trim() is { Length: > 0 } said ? said : BuiltIn.All[0].Code;
        if (BuiltIn.All.FirstOrDefault(s => Is(s.Code, wanted) || Is(s.Name, wanted)) is { } builtIn)
            return new(builtIn.Name, SequencePlan.Write(builtIn.Steps));
        var own = Guid.TryParse(wanted, out var id)
            ? await db.Sequences.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct)
            : (await db.Sequences.AsNoTracking().Take(SaveSequence.Most).ToListAsync(ct)).FirstOrDefault(s => Is(s.Name, wanted));
        return own is not null ? new(own.Name, own.Steps) : throw new RefusedException("sequence.unknown", $"No sequence is called \"{wanted}\".");
    }

    /// <summary>True when two names are one, however they are written.</summary>
    internal static bool Is(string name, string other) => Folding.Fold(name) == Folding.Fold(other);
}
