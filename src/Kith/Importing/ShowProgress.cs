using Kith.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>The piece of the import page that says how far the import is.</summary>
public static class ShowProgress
{
    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet("/import/{import:guid}/progress", Handle).RequireAuthorization().ExcludeFromDescription();

    private static async Task<RazorComponentResult> Handle(Guid import, string? first, KithDb db, RunningImports running, CancellationToken ct)
    {
        var run = await db.Imports.AsNoTracking().OrRefuse(import, ct);
        return new(typeof(ImportProgressPiece), new Dictionary<string, object?>
        {
            [nameof(ImportProgressPiece.Import)] = import,
            [nameof(ImportProgressPiece.State)] = run.State,
            [nameof(ImportProgressPiece.Progress)] = running.Of(import),
            [nameof(ImportProgressPiece.IsFirst)] = first is not null,
        });
    }
}
