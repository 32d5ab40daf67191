using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Calendars;
using Kith.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kith.Accounts;

/// <summary>Changes what the user is called, where their days begin and end and whose holidays they keep.</summary>
public static class ChangeSettings
{
    /// <summary>The settings as they shall be.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say what you are called."), StringLength(100, ErrorMessage = "A name has at most 100 characters.")] string? Name,
        string? TimeZone,
        string? Country = null);

    public static async Task Handle(Command command, ClaimsPrincipal user, SignInManager<Account> signIn, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.TimeZone is not { Length: > 0 } zone || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new RefusedException("zone.wrong", "Choose a time zone from the list.");

        var country = string.IsNullOrWhiteSpace(command.Country) ? null : command.Country;
        if (country is not null && !Holidays.Countries.Contains(country))
            throw new RefusedException("country.wrong", "Choose a country from the list.");

        var account = await Passkeys.Of(user, signIn.UserManager);
        var workspace = await db.Workspaces.FirstAsync(w => w.Id == account.WorkspaceId, ct);
        (workspace.TimeZone, workspace.Country) = (zone, country);
        await db.SaveChangesAsync(ct);
        await Call(account, command.Name!.Trim(), signIn.UserManager);
        // The session carries name, zone and country, so it is written anew.
        await signIn.RefreshSignInAsync(account);
    }

    private static async Task Call(Account account, string name, UserManager<Account> accounts)
    {
        var called = (await accounts.GetClaimsAsync(account)).FirstOrDefault(claim => claim.Type == Principals.Called);
        if (called is null)
            await accounts.AddClaimAsync(account, new(Principals.Called, name));
        else if (called.Value != name)
            await accounts.ReplaceClaimAsync(account, called, new(Principals.Called, name));
    }
}
