using Kith.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Kith.Accounts;

/// <summary>Ends every session of the account, on every device.</summary>
public static class Sessions
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/sign-out/everywhere", Handle);

    public static async Task<RedirectHttpResult> Handle(HttpContext http, SignInManager<Account> signIn)
    {
        await signIn.UserManager.UpdateSecurityStampAsync(await Passkeys.Of(http.User, signIn.UserManager));
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/sign-in");
    }
}
