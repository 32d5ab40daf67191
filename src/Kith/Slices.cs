using Kith.Accounts;
using Kith.History;
using Kith.Importing;
using Kith.People;
using Kith.Sample;

namespace Kith;

/// <summary>The table of everything the product can do over HTTP; pages are found by their routes.</summary>
public static class Slices
{
    private static readonly Action<IEndpointRouteBuilder>[] Api =
    [
        LogInteraction.Map,
        UndoBatch.Map,
    ];

    // Forms that are not a page's own, and fragments of pages.
    private static readonly Action<IEndpointRouteBuilder>[] Site =
    [
        SignOut.Map,
        LoadSample.Map,
        ReceiveFile.Map,
        ShowProgress.Map,
        ListIssues.Map,
    ];

    /// <summary>Maps every operation.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization();
        foreach (var map in Api)
            map(api);
        foreach (var map in Site)
            map(app);
    }
}
