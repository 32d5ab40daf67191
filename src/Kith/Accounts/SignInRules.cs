using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Kith.Accounts;

/// <summary>How people sign in: passwords and passkeys, lockout, the session cookie, and that nobody else gets in.</summary>
public static class SignInRules
{
    /// <summary>The shortest password; length is the only rule, since composition rules make people write passwords down.</summary>
    public const int ShortestPassword = 10;

    /// <summary>Wrong tries before a pause.</summary>
    public const int Tries = 10;

    /// <summary>The pause after too many wrong tries.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan session = TimeSpan.FromDays(30);

    // "Sign out everywhere" takes effect within this time, at the price of one look at the account per session and interval.
    private static readonly TimeSpan stampInterval = TimeSpan.FromMinutes(1);

    /// <summary>Adds accounts, for pages and verbs alike.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(Rules).AddEntityFrameworkStores<KithDb>();
        return services;
    }

    /// <summary>Adds their sessions; every endpoint asks for one unless it says otherwise.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton<FirstRun>().AddSingleton<SpentChallenges>();
        services.AddDataProtection().SetApplicationName("kith").PersistKeysToFileSystem(new(storage.Keys));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        new IdentityBuilder(typeof(Account), services).AddSignInManager().AddClaimsPrincipalFactory<Principals>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = stampInterval);
        services.ConfigureApplicationCookie(Session);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void Rules(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = "";
        options.Password = new()
        {
            RequiredLength = ShortestPassword,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = Tries;
        options.Lockout.DefaultLockoutTimeSpan = Pause;
    }

    private static void Session(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "kith-session";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = session;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = context => Deny(context, StatusCodes.Status403Forbidden);
    }

    private static async Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (Refusals.IsProgram(http))
        {
            await Deny(context, StatusCodes.Status401Unauthorized);
            return;
        }
        if (await http.RequestServices.GetRequiredService<FirstRun>().IsOpen(http.RequestServices.GetRequiredService<KithDb>(), http.RequestAborted))
        {
            http.Response.Redirect("/welcome");
            return;
        }
        var wanted = http.Request.Path + http.Request.QueryString;
        http.Response.Redirect(HttpMethods.IsGet(http.Request.Method) && wanted != "/" ? "/sign-in" + QueryString.Create("returnUrl", wanted) : "/sign-in");
    }

    private static Task Deny(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
