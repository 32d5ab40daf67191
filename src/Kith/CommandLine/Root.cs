using System.CommandLine;
using Kith.Accounts;
using Kith.Data;

namespace Kith.CommandLine;

/// <summary>The verbs of the command line; no verb serves the web application.</summary>
public static class Root
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused or partly failed.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage.</summary>
    public const int WrongUsage = 2;

    internal static readonly Option<DirectoryInfo> Data = new("--data") { Description = "Data folder (default: $KITH_DATA, else your local application data)", Recursive = true };

    internal static readonly Option<string> Postgres = new("--postgres") { Description = "Connection string of PostgreSQL (default: $KITH_POSTGRES, else SQLite in the data folder)", Recursive = true };

    private static readonly Option<string> Urls = new("--urls") { Description = "Addresses to serve", DefaultValueFactory = _ => Hosting.DefaultUrl };

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var serve = new Command("serve", "Serve the web application (the default)") { Urls };
        serve.SetAction((parsed, ct) => Serve(parsed, output, ct));
        var root = new RootCommand("Kith: goal-driven professional networking, on your own machine") { Data, Postgres, Urls, serve };
        root.SetAction((parsed, ct) => Serve(parsed, output, ct));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync(problem.Message);
            return WrongUsage;
        }
        return await parsed.InvokeAsync(new() { Output = output, Error = error });
    }

    /// <summary>The storage a command line names.</summary>
    internal static Storage Storage(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data)?.FullName
            ?? Environment.GetEnvironmentVariable("KITH_DATA")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "kith");
        return new(folder, parsed.GetValue(Postgres) ?? Environment.GetEnvironmentVariable("KITH_POSTGRES"));
    }

    private static async Task<int> Serve(ParseResult parsed, TextWriter output, CancellationToken ct)
    {
        await using var app = Hosting.Build(Storage(parsed), parsed.GetValue(Urls)!);
        await app.Services.Migrate(ct);
        await app.StartAsync(ct);
        foreach (var url in app.Urls)
            await output.WriteLineAsync($"Kith is at {url}");
        if (await FirstRun.CodeOf(app.Services, ct) is { } code)
            await output.WriteLineAsync($"Set-up code: {code}");
        await app.WaitForShutdownAsync(ct);
        return Done;
    }
}
