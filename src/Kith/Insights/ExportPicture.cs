using System.Text;
using Kith.Data;
using Kith.Domain.Attribution;
using Kith.Insights.Pictures;
using Kith.Shared.Pictures;

namespace Kith.Insights;

/// <summary>Hands a picture out as SVG, and its rows as CSV.</summary>
public static class ExportPicture
{
    /// <summary>Maps the files.</summary>
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/insights/{name}.svg", (string name, CreditRule? rule, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Give(name, rule, picture => Results.File(Encoding.UTF8.GetBytes(picture.Svg), "image/svg+xml", $"{picture.Name}.svg"), db, clock, ct)).RequireAuthorization().ExcludeFromDescription();
        site.MapGet("/insights/{name}.csv", (string name, CreditRule? rule, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Give(name, rule, picture => Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(picture.Csv())).ToArray(), "text/csv; charset=utf-8", $"{picture.Name}.csv"), db, clock, ct)).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> Give(string name, CreditRule? rule, Func<Picture, IResult> form, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        Gallery.Of(await ShowInsights.Handle(new(Rule: rule ?? CreditRule.PositionWeighted), db, clock, ct), clock.Today).FirstOrDefault(p => p.Name == name) is { } picture ? form(picture) : Results.NotFound();
}
