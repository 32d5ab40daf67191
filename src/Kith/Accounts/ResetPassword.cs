using System.Security.Cryptography;
using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Identity;

namespace Kith.Accounts;

/// <summary>Gives an account a new random password, for whoever may run programs on the machine.</summary>
public static class ResetPassword
{
    // Twenty of these are a hundred bits, and none is mistaken for another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>The account and its password, which is shown this once.</summary>
    public sealed record Set(string Name, string Password);

    public static async Task<Set> Handle(string name, UserManager<Account> accounts)
    {
        var account = await accounts.FindByNameAsync(name) ?? throw new RefusedException("account.unknown", $"Nobody signs in as \"{name}\"; see: kith user");
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
        if (account.PasswordHash is not null)
            await accounts.RemovePasswordAsync(account);
        var result = await accounts.AddPasswordAsync(account, password);
        if (!result.Succeeded)
            throw new RefusedException("password.refused", result.Errors.First().Description);
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        return new(account.UserName!, password);
    }
}
