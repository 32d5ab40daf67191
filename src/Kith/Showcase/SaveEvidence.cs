using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Adds a piece of evidence, changes it, or deletes it.</summary>
public static class SaveEvidence
{
    /// <summary>Bytes of a request at most: the file as base64, and the words around it.</summary>
    public const int MostRequestBytes = (Evidence.MostFileBytes * 4 / 3) + (256 * 1024);

    /// <summary>
    /// The evidence as a whole; without an id it is a new one. Claims that are null and a file that is null stay as they are.
    /// </summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Give it a title that you will recognise.")]
        [property: StringLength(200, ErrorMessage = "A title has at most 200 characters.")] string? Title,
        EvidenceKind Kind = EvidenceKind.Story,
        [property: StringLength(4000, ErrorMessage = "The situation has at most 4,000 characters.")] string? Situation = null,
        [property: StringLength(4000, ErrorMessage = "The task has at most 4,000 characters.")] string? Task = null,
        [property: StringLength(4000, ErrorMessage = "The action has at most 4,000 characters.")] string? Action = null,
        [property: StringLength(4000, ErrorMessage = "The result has at most 4,000 characters.")] string? Result = null,
        [property: StringLength(1000, ErrorMessage = "The numbers have at most 1,000 characters.")] string? Numbers = null,
        [property: StringLength(1000, ErrorMessage = "A link has at most 1,000 characters.")] string? Url = null,
        DateOnly? On = null,
        IReadOnlyList<Guid>? Claims = null,
        byte[]? File = null,
        string? FileName = null,
        bool RemoveFile = false,
        Guid? Evidence = null);

    /// <summary>The evidence, what a story still lacks, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Saved(Guid Evidence, string Title, IReadOnlyList<string> Missing, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/evidence", Handle).WithMetadata(new RequestSizeLimitAttribute(MostRequestBytes)).WithSummary("Add or change a piece of evidence");
        api.MapDelete("/evidence/{id:guid}", Remove).WithSummary("Delete a piece of evidence with its showings");
    }

    public static async Task<Saved> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Kind))
            throw new RefusedException("input.invalid", "There is no such kind of evidence.");
        var type = command.File is { } file ? TypeOf(file) : null;
        var url = WebAddress.Checked(command.Url);
        var evidence = command.Evidence is { } id ? await db.Evidence.OrRefuse(id, ct) : null;
        var name = command.Title!.Trim();
        var title = evidence is null ? $"Added the evidence {name}" : $"Changed the evidence {name}";
        db.Act(title);
        if (evidence is null)
            db.Add(evidence = new() { Id = db.NewId(), Kind = command.Kind, Title = name });
        (evidence.Kind, evidence.Title, evidence.Url, evidence.On) = (command.Kind, name, url, command.On);
        (evidence.Situation, evidence.Task, evidence.Action, evidence.Result, evidence.Numbers) =
            (Said(command.Situation), Said(command.Task), Said(command.Action), Said(command.Result), Said(command.Numbers));
        if (type is not null || command.RemoveFile)
            (evidence.File, evidence.FileType, evidence.FileName) = type is null ? (null, null, null) : (command.File, type, AttachedFile.SafeName(command.FileName, type));
        if (command.Claims is { } claims)
            await Prove(evidence.Id, [.. claims.Distinct()], db, ct);
        await db.SaveChangesAsync(ct);
        return new(evidence.Id, title, StoryParts.Missing(evidence.Kind, evidence.Situation, evidence.Task, evidence.Action, evidence.Result), db.LastBatch);
    }

    /// <summary>Deletes a piece of evidence and where it was shown; undo brings all of it back.</summary>
    public static async Task<Saved> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var evidence = await db.Evidence.OrRefuse(id, ct);
        var showings = await db.Showings.Where(s => s.EvidenceId == id).ToListAsync(ct);
        var title = $"Deleted the evidence {evidence.Title}{(showings.Count == 0 ? "" : showings.Count == 1 ? " with 1 showing" : $" with {showings.Count} showings")}";
        db.Act(title);
        db.RemoveRange(showings);
        db.RemoveRange(await db.Proofs.Where(p => p.EvidenceId == id).ToListAsync(ct));
        foreach (var contribution in await db.Contributions.Where(c => c.EvidenceId == id).ToListAsync(ct))
            contribution.EvidenceId = null;
        db.Remove(evidence);
        await db.SaveChangesAsync(ct);
        return new(id, title, [], db.LastBatch);
    }

    private static async Task Prove(Guid evidence, IReadOnlyList<Guid> claims, KithDb db, CancellationToken ct)
    {
        if (await db.Claims.CountAsync(c => claims.Contains(c.Id), ct) < claims.Count)
            throw Find.Unknown<Claim>();
        var proofs = await db.Proofs.Where(p => p.EvidenceId == evidence).ToListAsync(ct);
        db.RemoveRange(proofs.Where(p => !claims.Contains(p.ClaimId)));
        db.AddRange(claims.Where(c => proofs.TrueForAll(p => p.ClaimId != c)).Select(c => new Proof { Id = db.NewId(), ClaimId = c, EvidenceId = evidence }));
    }

    private static string TypeOf(byte[] file)
    {
        if (file.Length > Evidence.MostFileBytes)
            throw new RefusedException("evidence.file-large", $"The file is larger than {Evidence.MostFileBytes / 1024 / 1024} MiB. Make it smaller, or link to where it lies.");
        return AttachedFile.TypeOf(file) ?? throw new RefusedException("evidence.file-kind", "The file is a PDF, a PNG, JPEG or WebP picture, or plain text; link to anything else.");
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
