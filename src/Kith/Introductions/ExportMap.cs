using System.Text;
using Kith.Data;

namespace Kith.Introductions;

/// <summary>Hands the map out as SVG, which the page shows too, and its rows as CSV.</summary>
public static class ExportMap
{
    /// <summary>Maps the files.</summary>
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/insights/map.svg", async (Guid? to, KithDb db, TieMaps maps, CancellationToken ct) =>
            Results.File(Encoding.UTF8.GetBytes(MapDrawing.Of(await ShowMap.Handle(new(to), db, maps, ct)).Svg), "image/svg+xml", "map.svg")).RequireAuthorization().ExcludeFromDescription();
        site.MapGet("/insights/map.csv", async (Guid? to, KithDb db, TieMaps maps, CancellationToken ct) =>
            Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(MapDrawing.Of(await ShowMap.Handle(new(to), db, maps, ct)).Csv())).ToArray(), "text/csv; charset=utf-8", "map.csv")).RequireAuthorization().ExcludeFromDescription();
    }
}
