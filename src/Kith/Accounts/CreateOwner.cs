using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kith.Accounts;

/// <summary>Creates the first account of an installation, for whoever knows the set-up code.</summary>
public static class CreateOwner
{
    /// <summary>Who they are and how they will sign in: with a password, or with a passkey the browser has just made.</summary>
    public sealed record Command(
        string? Code,
        [property: Required(ErrorMessage = "Say what you are called."), StringLength(100, ErrorMessage = "A name has at most 100 characters.")] string? Name,
        [property: EmailAddress(ErrorMessage = "That does not look like an e-mail address."), StringLength(200, ErrorMessage = "An e-mail address has at most 200 characters.")] string? Email,
        [property: MinLength(SignInRules.ShortestPassword, ErrorMessage = "A password has at least 10 characters."), MaxLength(200, ErrorMessage = "A password has at most 200 characters.")] string? Password,
        string? TimeZone,
        UserPasskeyInfo? Passkey = null,
        Guid? Account = null);

    /// <summary>The answer to a wrong code.</summary>
    internal static RefusedException WrongCode => new("code.wrong", "That is not the set-up code. It stands in the window where Kith was started, after \"Set-up code\".");

    public static async Task<Account> Handle(Command command, FirstRun firstRun, UserManager<Account> accounts, KithDb db, CancellationToken ct)
    {
        if (!await firstRun.IsOpen(db, ct))
            throw new RefusedException("owner.exists", "This installation has its owner already; sign in instead.");
        if (!firstRun.Accepts(command.Code))
            throw WrongCode;
        Refuse.IfInvalid(command);
        if (command is { Password: null, Passkey: null })
            throw new RefusedException("password.missing", "Choose a password of at least 10 characters, or use a passkey.");
        if (!firstRun.Spend())
            throw new RefusedException("code.spent", "The set-up code has been used.");
        try
        {
            return await Create(command, accounts, db, ct);
        }
        catch
        {
            firstRun.Restore();
            throw;
        }
    }

    private static async Task<Account> Create(Command command, UserManager<Account> accounts, KithDb db, CancellationToken ct)
    {
        var name = command.Name!.Trim();
        var email = string.IsNullOrWhiteSpace(command.Email) ? null : command.Email.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The command line may have been here first; what it imported belongs to the owner.
        var workspace = await db.Workspaces.Where(w => !db.Users.Any(a => a.WorkspaceId == w.Id)).OrderBy(w => w.CreatedAt).FirstOrDefaultAsync(ct);
        if (workspace is null)
        {
            var now = db.Clock.GetUtcNow().UtcDateTime;
            db.Add(workspace = new() { Id = db.NewId(), Name = name, CreatedAt = now, StrengthAsOf = now });
        }
        if (command.TimeZone is { Length: > 0 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            workspace.TimeZone = zone;
        await db.SaveChangesAsync(ct);

        var account = new Account { Id = command.Account ?? db.NewId(), WorkspaceId = workspace.Id, UserName = email ?? name, Email = email };
        Require(await (command.Password is { } password ? accounts.CreateAsync(account, password) : accounts.CreateAsync(account)));
        Require(await accounts.AddClaimAsync(account, new(Principals.Called, name)));
        if (command.Passkey is { } passkey)
        {
            passkey.Name = "First passkey";
            Require(await accounts.AddOrUpdatePasskeyAsync(account, passkey));
        }
        await transaction.CommitAsync(ct);
        return account;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new RefusedException("account.refused", result.Errors.First().Description);
    }
}
