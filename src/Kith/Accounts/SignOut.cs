using Kith.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Kith.Accounts;

/// <summary>Ends the session of this browser.</summary>
public static class SignOut
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/sign-out", Handle).AllowAnonymous();

    public static async Task<RedirectHttpResult> Handle(SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/sign-in");
    }
}
