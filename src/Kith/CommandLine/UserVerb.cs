using System.CommandLine;
using Kith.Accounts;
using Kith.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith user</c> and <c>kith user password NAME</c></summary>
internal static class UserVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What they sign in with" };

    internal static Command Build(Surroundings here) =>
        new Command("user", "Show who can sign in")
        {
            new Command("password", "Give somebody a new random password, and print it once") { Name }.Does(here, Reset),
        }.Does(here, List);

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var db = session.Db;
        var users = await db.Users.OrderBy(a => a.UserName).Take(1000).Select(a => new
        {
            Name = a.UserName!,
            Called = db.UserClaims.Where(c => c.UserId == a.Id && c.ClaimType == Principals.Called).Select(c => c.ClaimValue).FirstOrDefault(),
            Password = a.PasswordHash != null,
            Passkeys = db.UserPasskeys.Count(p => p.UserId == a.Id),
        }).ToListAsync(ct);
        return session.Terminal.Answer(users, console =>
        {
            if (users.Count == 0)
                console.WriteLine("Nobody yet: start kith and open the address it prints.");
            foreach (var user in users)
                console.WriteLine(Terminal.Plain($"{user.Name} ({user.Called ?? user.Name}): {(user.Password ? "password" : "no password")}, {user.Passkeys} passkeys"));
        });
    }

    private static async Task<int> Reset(Session session, ParseResult parsed, CancellationToken ct)
    {
        var set = await ResetPassword.Handle(parsed.GetValue(Name)!, session.Get<UserManager<Account>>());
        return session.Terminal.Answer(set, console => console.WriteLine($"{Terminal.Plain(set.Name)} signs in with: {set.Password}"));
    }
}
