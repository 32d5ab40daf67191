using Kith.Domain;
using Kith.Shared.Ui;

namespace Kith.Shared;

/// <summary>The small forms of a page: they do one thing, say so, and lead back.</summary>
public static class Acts
{
    /// <summary>Does it and leads back to a page of this site with a toast; a refusal becomes the toast.</summary>
    public static Task<IResult> Then(this HttpContext http, string? returnUrl, Func<Task<Toast>> act) => http.Then(() => returnUrl, act);

    /// <summary>The same, where the act decides to which page it leads.</summary>
    public static async Task<IResult> Then(this HttpContext http, Func<string?> returnUrl, Func<Task<Toast>> act)
    {
        try
        {
            http.Say(await act());
        }
        catch (RefusedException refused)
        {
            http.Say(new Toast(refused.Message));
        }
        return Results.LocalRedirect(Local(returnUrl()));
    }

    /// <summary>The address when it is one of this site, else the first page: a form must not send people elsewhere.</summary>
    public static string Local(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\') && !url.Any(char.IsControl) ? url : "/";
}
