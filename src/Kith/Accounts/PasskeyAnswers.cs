using System.Buffers.Text;
using System.Text.Json;
using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Identity;

namespace Kith.Accounts;

/// <summary>Checks what a browser's authenticator answered to a challenge.</summary>
public static class PasskeyAnswers
{
    private static RefusedException Failed => new("passkey.refused", "That passkey was not accepted. Try again, or use another way to sign in.");

    /// <summary>The new passkey a browser has made, with the account it was made for.</summary>
    public static async Task<(UserPasskeyInfo Passkey, Guid Account)> Created(SignInManager<Account> signIn, SpentChallenges spent, string answer)
    {
        var result = await Perform(() => signIn.PerformPasskeyAttestationAsync(answer));
        if (!result.Succeeded || !Guid.TryParse(result.UserEntity.Id, out var account) || !spent.Spend(Challenge(answer)))
            throw Failed;
        return (result.Passkey, account);
    }

    /// <summary>The account whose passkey answered.</summary>
    public static async Task<Account> Used(SignInManager<Account> signIn, SpentChallenges spent, string answer)
    {
        var result = await Perform(() => signIn.PerformPasskeyAssertionAsync(answer));
        if (!result.Succeeded || !spent.Spend(Challenge(answer)))
            throw Failed;
        // The authenticator counts its answers; a count that falls behind gives a copied key away.
        await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    // Without a challenge underway, as after a first use, the framework throws instead of failing.
    private static async Task<T> Perform<T>(Func<Task<T>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or JsonException or FormatException)
        {
            throw Failed;
        }
    }

    // Read from what the authenticator signed, so that another spelling of the same answer is still the same challenge.
    private static string Challenge(string answer)
    {
        using var whole = JsonDocument.Parse(answer);
        var signed = whole.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString() ?? "";
        using var client = JsonDocument.Parse(Base64Url.DecodeFromChars(signed));
        return client.RootElement.GetProperty("challenge").GetString() ?? "";
    }
}
