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

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to serve, separated by semicolons",
        HelpName = "URL",
        DefaultValueFactory = _ => Hosting.DefaultUrl,
    };

    /// <summary>Runs one command line and returns its exit code.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Takes what was asked for.</param>
    /// <param name="error">Takes messages about it.</param>
    /// <param name="environment">Looks up an environment variable; the process's own by default.</param>
    /// <param name="clock">What time it is; the system's by default.</param>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, Func<string, string?>? environment = null, TimeProvider? clock = null)
    {
        var here = new Surroundings(output, error, environment ?? Environment.GetEnvironmentVariable, clock ?? TimeProvider.System);
        var parsed = Commands(here).Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new() { Output = output, Error = error });
        foreach (var problem in parsed.Errors)
            await error.WriteLineAsync(problem.Message);
        await error.WriteLineAsync($"See: kith {Path(parsed.CommandResult)}--help");
        if (parsed.GetValue(Verb.Json))
            Json.Write(output, new { error = new { code = "usage", parsed.Errors[0].Message } });
        return WrongUsage;
    }

    private static RootCommand Commands(Surroundings here)
    {
        var serve = new Command("serve", "Serve the web application; this is what happens without a verb") { Urls };
        serve.SetAction((parsed, ct) => Serve(parsed, here, ct));
        var root = new RootCommand("Kith: goal-driven professional networking, on your own machine.")
        {
            Verb.Data,
            Verb.Json,
            Verb.On,
            Urls,
            serve,
            ImportVerb.Build(here),
            ParseVerb.Build(here),
            ExportVerb.Build(here),
            BackupVerb.Build(here),
            RestoreVerb.Build(here),
            GoalVerb.Build(here),
            TodayVerb.Build(here),
            LogVerb.Build(here),
            LoopVerb.Build(here),
            PeopleVerb.Build(here),
            PersonVerb.Build(here),
            DuplicatesVerb.Build(here),
            MergeVerb.Build(here),
            PathVerb.Build(here),
            MapVerb.Build(here),
            IntroductionVerb.Build(here),
            InsightsVerb.Build(here),
            LintVerb.Build(here),
            MessageVerb.Build(here),
            SequenceVerb.Build(here),
            EventVerb.Build(here),
            CardVerb.Build(here),
            ShowcaseVerb.Build(here),
            ImpressionVerb.Build(here),
            ReviewVerb.Build(here),
            OpportunityVerb.Build(here),
            LandingVerb.Build(here),
            HomeworkVerbs.Brief(here),
            HomeworkVerbs.Questions(here),
            AudienceVerb.Build(here),
            LampVerb.Build(here),
            HistoryVerb.Build(here),
            UndoVerb.Build(here),
            SampleVerb.Build(here),
            UserVerb.Build(here),
            DoctorVerb.Build(here),
        };
        root.SetAction((parsed, ct) => Serve(parsed, here, ct));
        return root;
    }

    private static string Path(System.CommandLine.Parsing.SymbolResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent && result is System.CommandLine.Parsing.CommandResult own
            ? $"{Path(parent)}{own.Command.Name} "
            : "";

    private static async Task<int> Serve(ParseResult parsed, Surroundings here, CancellationToken ct)
    {
        await using var app = Hosting.Build(here.Storage(parsed), parsed.GetValue(Urls)!);
        await app.Services.Migrate(ct);
        await app.StartAsync(ct);
        foreach (var url in app.Urls)
            await here.Output.WriteLineAsync($"Kith is at {url}");
        if (await FirstRun.CodeOf(app.Services, ct) is { } code)
            await here.Output.WriteLineAsync($"Set-up code: {code}");
        await app.WaitForShutdownAsync(ct);
        return Done;
    }
}
