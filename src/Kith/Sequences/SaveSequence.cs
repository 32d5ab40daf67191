using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Sequences;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Sequences;

/// <summary>Writes, changes or deletes a sequence of the user's own. What runs already keeps the steps it started with.</summary>
public static class SaveSequence
{
    /// <summary>Own sequences at most.</summary>
    public const int Most = 100;

    /// <summary>Which one (a new one where no id is given), its name, and its steps, one a line.</summary>
    public sealed record Command(
        Guid? Sequence,
        [property: StringLength(100, ErrorMessage = "The name of a sequence has at most 100 characters.")] string? Name,
        [property: StringLength(4000, ErrorMessage = "The steps have at most 4,000 characters.")] string? Steps);

    /// <summary>The sequence and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Saved(Guid Sequence, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/sequences", Handle).WithSummary("Write or change a sequence of your own");
        api.MapDelete("/sequences/{id:guid}", Remove).WithSummary("Delete a sequence of your own");
    }

    public static async Task<Saved> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var name = string.IsNullOrWhiteSpace(command.Name) ? throw new RefusedException("sequence.name-missing", "A sequence needs a name.") : command.Name.Trim();
        var steps = SequencePlan.Write(SequencePlan.Parse(command.Steps ?? ""));
        var own = await db.Sequences.OrderBy(s => s.Id).Take(Most).ToListAsync(ct);
        if (BuiltIn.All.Any(s => SequencesOf.Is(s.Name, name) || SequencesOf.Is(s.Code, name)) || own.Any(s => s.Id != command.Sequence && SequencesOf.Is(s.Name, name)))
            throw new RefusedException("sequence.name-taken", $"There is a sequence called \"{name}\" already.");
        var sequence = command.Sequence is { } id ? own.FirstOrDefault(s => s.Id == id) ?? throw Find.Unknown<Sequence>() : null;
        if (sequence is null && own.Count == Most)
            throw new RefusedException("sequence.many", $"There are {Most} sequences of your own; delete one first.");
        var title = sequence is null ? $"Wrote the sequence \"{name}\"" : $"Changed the sequence \"{name}\"";
        db.Act(title);
        if (sequence is null)
            db.Add(sequence = new() { Id = db.NewId(), Name = name, Steps = steps });
        else
            (sequence.Name, sequence.Steps) = (name, steps);
        await db.SaveChangesAsync(ct);
        return new(sequence.Id, title, db.LastBatch);
    }

    /// <summary>Deletes one; what runs goes on.</summary>
    public static async Task<Saved> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var sequence = await db.Sequences.OrRefuse(id, ct);
        var title = $"Deleted the sequence \"{sequence.Name}\"";
        db.Act(title);
        db.Remove(sequence);
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }
}
