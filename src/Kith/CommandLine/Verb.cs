using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using Kith.Data;
using Kith.Domain;

namespace Kith.CommandLine;

/// <summary>What all verbs share: their common options, and how a refusal becomes a sentence and an exit code.</summary>
internal static class Verb
{
    internal static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Data folder (default: $KITH_DATA, else your local application data)",
        HelpName = "DIR",
        Recursive = true,
    };

    internal static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document and nothing else", Recursive = true };

    internal static readonly Option<DateOnly?> On = Day("--on", "Answer as of this day (default: today)", recursive: true);

    /// <summary>An option that takes a day.</summary>
    internal static Option<DateOnly?> Day(string name, string description, bool recursive = false) =>
        new(name) { Description = description, HelpName = "YYYY-MM-DD", Recursive = recursive, CustomParser = Day };

    /// <summary>An argument or option value out of the words of an enum.</summary>
    internal static Func<ArgumentResult, T?> Word<T>()
        where T : struct, Enum => result =>
        {
            var word = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            foreach (var value in Enum.GetValues<T>())
                if (string.Equals(CommandLine.Json.Word(value), word, StringComparison.OrdinalIgnoreCase))
                    return value;
            result.AddError($"'{word}' is not one of {Words<T>()}.");
            return null;
        };

    /// <summary>The words of an enum, for help texts.</summary>
    internal static string Words<T>()
        where T : struct, Enum =>
        string.Join('|', Enum.GetValues<T>().Select(value => CommandLine.Json.Word(value)));

    /// <summary>
    /// Sets what the verb does: inside a session whose today is <c>--on</c>, with an expected "no" told as a sentence.
    /// </summary>
    internal static Command Does(this Command command, Surroundings here, Func<Session, ParseResult, CancellationToken, Task<int>> act, bool fixesToday = true) =>
        command.DoesWithoutSession(here, async (storage, terminal, parsed, ct) =>
        {
            await using var session = await Session.Open(storage, terminal, here.Clock, ct);
            if (fixesToday && parsed.GetValue(On) is { } day)
                session.Clock.Fix(day);
            return await act(session, parsed, ct);
        });

    /// <summary>Sets what a verb does that works on the data folder as it lies there, without opening or migrating the database.</summary>
    internal static Command DoesWithoutSession(this Command command, Surroundings here, Func<Storage, Terminal, ParseResult, CancellationToken, Task<int>> act)
    {
        command.SetAction(async (parsed, ct) =>
        {
            // Numbers and dates of a verb are read by scripts: they do not follow the machine's language.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var terminal = new Terminal(here.Output, here.Error, parsed.GetValue(Json));
            try
            {
                return await act(here.Storage(parsed), terminal, parsed, ct);
            }
            catch (RefusedException no)
            {
                return terminal.Refuse(no.Code, no.Message);
            }
            catch (DbException broken)
            {
                return terminal.Refuse("database.failed", $"The database did not answer as it should: {broken.Message}");
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                return terminal.Refuse("file.failed", denied.Message);
            }
        });
        return command;
    }

    /// <summary>Sets what a verb does that needs no data folder.</summary>
    internal static Command DoesWithoutData(this Command command, Surroundings here, Func<Terminal, ParseResult, int> act)
    {
        command.SetAction(parsed =>
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var terminal = new Terminal(here.Output, here.Error, parsed.GetValue(Json));
            try
            {
                return act(terminal, parsed);
            }
            catch (RefusedException no)
            {
                return terminal.Refuse(no.Code, no.Message);
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                return terminal.Refuse("file.failed", denied.Message);
            }
        });
        return command;
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"'{text}' is not a day; write it as YYYY-MM-DD.");
        return null;
    }
}
