using System.Security.Claims;
using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Identity;

namespace Kith.Accounts;

/// <summary>Sets another password, which ends the sessions on all other devices.</summary>
public static class ChangePassword
{
    /// <summary>The password so far, where there is one, and the new one.</summary>
    public sealed record Command(string? Current, string? Wanted);

    public static async Task Handle(Command command, ClaimsPrincipal user, SignInManager<Account> signIn)
    {
        if (command.Wanted is not { Length: >= SignInRules.ShortestPassword and <= 200 } wanted)
            throw new RefusedException("password.short", "A password has 10 to 200 characters.");
        var accounts = signIn.UserManager;
        var account = await Passkeys.Of(user, accounts);
        var result = account.PasswordHash is null
            ? await accounts.AddPasswordAsync(account, wanted)
            : await Replace(account, command.Current ?? "", wanted, signIn);
        if (!result.Succeeded)
            throw new RefusedException("password.refused", result.Errors.First().Description);
        await signIn.RefreshSignInAsync(account);
    }

    // Whoever finds an open session must not guess the password in it any faster than at the door.
    private static async Task<IdentityResult> Replace(Account account, string current, string wanted, SignInManager<Account> signIn)
    {
        var known = await signIn.CheckPasswordSignInAsync(account, current, lockoutOnFailure: true);
        if (known.IsLockedOut)
            throw new RefusedException("password.locked", "There were too many wrong tries. Wait five minutes and try again.");
        if (!known.Succeeded)
            throw new RefusedException("password.wrong", "That is not your current password.");
        return await signIn.UserManager.ChangePasswordAsync(account, current, wanted);
    }
}
