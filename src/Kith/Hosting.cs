using System.Globalization;
using System.IO.Compression;
using Kith.Accounts;
using Kith.Data;
using Kith.Data.Jobs;
using Kith.History;
using Kith.Importing;
using Kith.Introductions;
using Kith.People;
using Kith.Shared;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kith;

/// <summary>Puts the product together: services for verbs and pages alike, and the web application around them.</summary>
public static class Hosting
{
    /// <summary>The address that is served when none is given.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Everything a handler can ask for.</summary>
    public static IServiceCollection AddKith(this IServiceCollection services, Storage storage) =>
        services.AddKithDb(storage).AddSingleton(TimeProvider.System).AddAccounts().AddJobs().AddImporting().AddPeople().AddTrash().AddIntroductions().AddSingleton(_ => new PublicWeb());

    /// <summary>Builds the web application; the caller migrates and runs it.</summary>
    public static WebApplication Build(Storage storage, string urls, Action<IServiceCollection>? more = null)
    {
        // The name finds the static files, also when another program (a test, a bench) hosts the product.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "kith", ContentRootPath = AppContext.BaseDirectory });
        // Build output keeps static files in the source tree and in package folders; published output has them in wwwroot.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "kith.staticwebassets.runtime.json")))
            builder.WebHost.UseStaticWebAssets();
        // A build reloads static files while one edits them, and for that serves them uncompressed.
        if (!builder.Environment.IsDevelopment())
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseUrls(urls).ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, SecurityLimits.Body));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // The keys lie in a folder that only their owner can read; there is no other secret on the machine to encrypt them with.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddKith(storage).AddHostedService<HoldFolder>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSessions(storage);
        builder.Services.AddRazorComponents();
        builder.Services.AddTokens().AddLimits().AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(o => Json.Shape(o.SerializerOptions));
        // Compressed pages leak secrets only where a secret stands beside text of an attacker's choice (BREACH): tokens are masked anew in every page.
        builder.Services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]));
        // Pages are small and made once a click; a third fewer bytes is worth the millisecond.
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        Guard(app);
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/healthz", () => "ok").AllowAnonymous();
        Slices.Map(app);
        app.MapRazorComponents<App>();
        return app;
    }

    // What every request passes before an endpoint sees it. The order matters: who it is, then where they are, then whether they may.
    private static void Guard(WebApplication app)
    {
        app.UseProxies(app.Configuration[SecurityProxies.Setting]);
        app.Use(SecurityHeaders.Add);
        app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Refusals.Answer,
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = context => Refusals.IsExpected(context.Exception),
        });
        app.UseRequestLocalization(o =>
        {
            // Dates and numbers follow the browser's language; the words stay English.
            o.SupportedCultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures);
            o.SupportedUICultures = [CultureInfo.InvariantCulture];
            o.DefaultRequestCulture = new("en-GB", "");
        });
        app.UseResponseCompression();
        app.Use(Refusals.Explain);
        app.Use(SecurityLimits.Hold);
        app.UseAuthentication();
        app.Use(Principals.Enter);
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(SecurityTokens.Demand);
    }
}
