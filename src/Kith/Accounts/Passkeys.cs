using System.Security.Claims;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Accounts;

/// <summary>Makes, renames and removes passkeys, and gives out the challenges they answer.</summary>
public static class Passkeys
{
    /// <summary>Passkeys one account can have.</summary>
    public const int Most = 20;

    /// <summary>Who is about to make the first passkey of an installation.</summary>
    public sealed record Newcomer(string? Code, string? Name, string? Email);

    public static void Map(IEndpointRouteBuilder app)
    {
        var challenges = app.MapGroup("/passkeys").RequireRateLimiting(SecurityLimits.Credentials);
        challenges.MapPost("/request", Request).AllowAnonymous();
        challenges.MapPost("/first", First).AllowAnonymous();
        challenges.MapPost("/creation", Creation);
        challenges.MapPost("/add", Add);
        app.MapPost("/passkeys/rename", Rename);
        app.MapPost("/passkeys/remove", Remove);
    }

    /// <summary>A challenge for whoever has a passkey here; the passkey itself says whose it is.</summary>
    public static async Task<ContentHttpResult> Request(SignInManager<Account> signIn) => Json(await signIn.MakePasskeyRequestOptionsAsync(null));

    /// <summary>A challenge for the owner to be, who shows the set-up code.</summary>
    public static async Task<ContentHttpResult> First(Newcomer newcomer, HttpContext http, FirstRun firstRun, SignInManager<Account> signIn, KithDb db, CancellationToken ct)
    {
        if (!Local.Is(http) || !await firstRun.IsOpen(db, ct))
            throw new RefusedException("owner.exists", "The owner is created once, on the machine Kith runs on.");
        if (!firstRun.Accepts(newcomer.Code))
            throw CreateOwner.WrongCode;
        var name = string.IsNullOrWhiteSpace(newcomer.Name) ? "Owner" : newcomer.Name.Trim();
        return Json(await signIn.MakePasskeyCreationOptionsAsync(new()
        {
            Id = db.NewId().ToString("D"),
            Name = string.IsNullOrWhiteSpace(newcomer.Email) ? name : newcomer.Email.Trim(),
            DisplayName = name,
        }));
    }

    /// <summary>A challenge for a further passkey of who is signed in.</summary>
    public static async Task<ContentHttpResult> Creation(ClaimsPrincipal user, SignInManager<Account> signIn)
    {
        var account = await Of(user, signIn.UserManager);
        return Json(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString("D"), Name = account.UserName!, DisplayName = user.Identity?.Name ?? account.UserName! }));
    }

    /// <summary>Keeps the passkey the browser has made.</summary>
    public static async Task<RedirectHttpResult> Add([FromForm] string answer, [FromForm] string? name, HttpContext http, SignInManager<Account> signIn, SpentChallenges spent, WorkspaceClock clock)
    {
        var account = await Of(http.User, signIn.UserManager);
        if ((await signIn.UserManager.GetPasskeysAsync(account)).Count >= Most)
            throw new RefusedException("passkeys.many", $"An account has at most {Most} passkeys; remove one first.");
        var (passkey, owner) = await PasskeyAnswers.Created(signIn, spent, answer);
        if (owner != account.Id)
            throw new RefusedException("passkey.other", "That passkey was made for another account.");
        passkey.Name = Named(name) ?? $"Passkey of {clock.Today:d MMMM yyyy}";
        await signIn.UserManager.AddOrUpdatePasskeyAsync(account, passkey);
        return Back(http, $"Added the passkey \"{passkey.Name}\".");
    }

    /// <summary>Calls a passkey something else.</summary>
    public static async Task<RedirectHttpResult> Rename([FromForm] string passkey, [FromForm] string? name, HttpContext http, UserManager<Account> accounts)
    {
        var account = await Of(http.User, accounts);
        var renamed = await Find(accounts, account, passkey);
        renamed.Name = Named(name) ?? throw new RefusedException("passkey.unnamed", "Give the passkey a name.");
        await accounts.AddOrUpdatePasskeyAsync(account, renamed);
        return Back(http, $"Renamed the passkey to \"{renamed.Name}\".");
    }

    /// <summary>Forgets a passkey, unless nobody could sign in afterwards.</summary>
    public static async Task<RedirectHttpResult> Remove([FromForm] string passkey, HttpContext http, UserManager<Account> accounts)
    {
        var account = await Of(http.User, accounts);
        var removed = await Find(accounts, account, passkey);
        if (account.PasswordHash is null && (await accounts.GetPasskeysAsync(account)).Count == 1)
            throw new RefusedException("passkey.last", "This is your only way to sign in. Set a password or add another passkey first.");
        await accounts.RemovePasskeyAsync(account, removed.CredentialId);
        return Back(http, $"Removed the passkey \"{removed.Name}\".");
    }

    /// <summary>The account of who is signed in.</summary>
    internal static async Task<Account> Of(ClaimsPrincipal user, UserManager<Account> accounts) =>
        await accounts.GetUserAsync(user) ?? throw new RefusedException("account.unknown", "This account is gone; sign in again.");

    private static async Task<UserPasskeyInfo> Find(UserManager<Account> accounts, Account account, string id) =>
        Convert.TryFromBase64String(id, new byte[id.Length], out _) && await accounts.GetPasskeyAsync(account, Convert.FromBase64String(id)) is { } passkey
            ? passkey
            : throw new RefusedException("passkey.unknown", "There is no such passkey; it may have been removed already.");

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim() is { Length: > 60 } tooLong ? tooLong[..60] : name.Trim();

    private static ContentHttpResult Json(string options) => TypedResults.Content(options, "application/json");

    private static RedirectHttpResult Back(HttpContext http, string what)
    {
        http.Say(new(what));
        return TypedResults.LocalRedirect("/settings#passkeys");
    }
}
