using System.CommandLine;

namespace Kith.Benchmarks;

/// <summary>Options that several benchmarks share.</summary>
internal static class Arguments
{
    /// <summary>How many people the network has.</summary>
    internal static Option<int> People(int byDefault)
    {
        var option = new Option<int>("--people") { Description = "People in the network", HelpName = "N", DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 5_000_000)
                result.AddError("--people is between 1 and 5,000,000.");
        });
        return option;
    }

    /// <summary>Sets what the benchmark does; it prints the one document.</summary>
    internal static Command Measures(this Command command, Func<ParseResult, CancellationToken, Task<object>> measure)
    {
        command.SetAction(async (parsed, ct) =>
        {
            Print.Document(await measure(parsed, ct));
            return 0;
        });
        return command;
    }
}
