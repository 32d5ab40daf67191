using System.Security.Claims;
using Kith.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kith.Accounts;

/// <summary>Says who is signed in: besides the account its workspace and zone, so that no request has to look them up.</summary>
public sealed class Principals(UserManager<Account> accounts, IOptions<IdentityOptions> options, KithDb db)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>Claim: the workspace the account opens.</summary>
    public const string Workspace = "kith:workspace";

    /// <summary>Claim: the time zone of the workspace.</summary>
    public const string TimeZone = "kith:zone";

    /// <summary>Claim: the country whose holidays count.</summary>
    public const string Country = "kith:country";

    /// <summary>Claim: how the person is called, which is not what they sign in with.</summary>
    public const string Called = "kith:called";

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var basis = await base.GenerateClaimsAsync(user);
        var place = await db.Workspaces.Where(w => w.Id == user.WorkspaceId).Select(w => new { w.TimeZone, w.Country }).FirstOrDefaultAsync();
        // Pages and the change log show how the person is called; an account made by hand may have no such claim.
        var named = new ClaimsIdentity(basis.Claims, basis.AuthenticationType, basis.HasClaim(c => c.Type == Called) ? Called : basis.NameClaimType, basis.RoleClaimType);
        named.AddClaim(new(Workspace, user.WorkspaceId.ToString("D")));
        named.AddClaim(new(TimeZone, place?.TimeZone ?? "UTC"));
        if (place?.Country is { } country)
            named.AddClaim(new(Country, country));
        return named;
    }

    /// <summary>Enters the workspace of whoever is signed in, before any handler runs.</summary>
    public static Task Enter(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity is { IsAuthenticated: true } who && Guid.TryParse(http.User.FindFirstValue(Workspace), out var workspace))
            http.RequestServices.GetRequiredService<CurrentWorkspace>().Enter(workspace, http.User.FindFirstValue(TimeZone) ?? "", http.User.FindFirstValue(Country), who.Name ?? "nobody");
        return next(http);
    }
}
