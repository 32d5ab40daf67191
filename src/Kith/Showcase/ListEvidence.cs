using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Lists the evidence, shows a piece of it, and gives its file back.</summary>
public static class ListEvidence
{
    /// <summary>Pieces of a page.</summary>
    public const int Size = 50;

    /// <summary>A piece of evidence: what a story lacks, claims it proves, people it was shown to.</summary>
    public sealed record Row(Guid Evidence, EvidenceKind Kind, string Title, DateOnly? On, string? Url, string? FileName, IReadOnlyList<string> Missing, int Claims, int Seen);

    /// <summary>One page of the list.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Number);

    /// <summary>A claim and whether the piece proves it.</summary>
    public sealed record Proven(Guid Claim, string Text, bool Proves);

    /// <summary>One piece of evidence with everything but the bytes of its file.</summary>
    public sealed record One(
        Guid Evidence, EvidenceKind Kind, string Title, string? Situation, string? Task, string? Action, string? Result, string? Numbers, string? Url, string? FileName, DateOnly? On,
        int Seen, IReadOnlyList<string> Missing, IReadOnlyList<Proven> Claims);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/evidence", (int? page, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct)).WithSummary("List the evidence");
        api.MapGet("/evidence/{id:guid}", (Guid id, KithDb db, CancellationToken ct) => Handle(id, db, ct)).WithSummary("Show a piece of evidence");
    }

    /// <summary>Maps the file of a piece of evidence. It comes as a download and is never shown inside a page of this site.</summary>
    public static void MapFile(IEndpointRouteBuilder site) => site.MapGet("/showcase/evidence/{id:guid}/file", async (Guid id, KithDb db, CancellationToken ct) =>
    {
        var found = await db.Evidence.AsNoTracking().Where(e => e.Id == id && e.File != null).Select(e => new { e.File, e.FileName, e.FileType }).FirstOrDefaultAsync(ct)
            ?? throw new RefusedException("file.unknown", "There is no file with this evidence.");
        // What an archive brought in was never looked at, so type and name are told by the bytes once more.
        var type = AttachedFile.TypeOf(found.File) ?? "application/octet-stream";
        return Results.File(found.File!, type, AttachedFile.SafeName(found.FileName, type));
    }).ExcludeFromDescription();

    public static async Task<Page> Handle(int page, KithDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var total = await db.Evidence.CountAsync(ct);
        var rows = await db.Evidence.AsNoTracking().OrderByDescending(e => e.On != null).ThenByDescending(e => e.On).ThenBy(e => e.Title).ThenBy(e => e.Id).Skip((number - 1) * Size).Take(Size)
            .Select(e => new
            {
                e.Id,
                e.Kind,
                e.Title,
                e.On,
                e.Url,
                e.FileName,
                // Only whether a part is there: the list does not read the stories.
                Situation = e.Situation == null ? null : "x",
                Task = e.Task == null ? null : "x",
                Action = e.Action == null ? null : "x",
                Result = e.Result == null ? null : "x",
                Claims = db.Proofs.Count(p => p.EvidenceId == e.Id),
                Seen = db.Showings.Where(s => s.EvidenceId == e.Id).Select(s => s.PersonId).Distinct().Count(),
            }).ToListAsync(ct);
        return new([.. rows.Select(e => new Row(e.Id, e.Kind, e.Title, e.On, e.Url, e.FileName, StoryParts.Missing(e.Kind, e.Situation, e.Task, e.Action, e.Result), e.Claims, e.Seen))], total, number);
    }

    /// <summary>One piece of evidence.</summary>
    public static async Task<One> Handle(Guid id, KithDb db, CancellationToken ct)
    {
        var found = await db.Evidence.AsNoTracking().Where(e => e.Id == id)
            .Select(e => new
            {
                e.Kind,
                e.Title,
                e.Situation,
                e.Task,
                e.Action,
                e.Result,
                e.Numbers,
                e.Url,
                e.FileName,
                e.On,
                Seen = db.Showings.Where(s => s.EvidenceId == e.Id).Select(s => s.PersonId).Distinct().Count(),
            }).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Evidence>();
        return new(
            id, found.Kind, found.Title, found.Situation, found.Task, found.Action, found.Result, found.Numbers, found.Url, found.FileName, found.On, found.Seen,
            StoryParts.Missing(found.Kind, found.Situation, found.Task, found.Action, found.Result), await Claims(db, id, ct));
    }

    /// <summary>The claims, and which of them the piece proves; none for a piece that is not there yet.</summary>
    internal static async Task<IReadOnlyList<Proven>> Claims(KithDb db, Guid? evidence, CancellationToken ct) => await db.Claims.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Claim.Most)
        .Select(c => new Proven(c.Id, c.Text, db.Proofs.Any(p => p.ClaimId == c.Id && p.EvidenceId == evidence))).ToListAsync(ct);
}
