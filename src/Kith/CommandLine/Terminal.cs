using Spectre.Console;

namespace Kith.CommandLine;

/// <summary>Where a verb prints: a document for programs, or tables for people; messages always go to the error stream.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool json)
{
    private const int WidthOfFiles = 120;

    /// <summary>True when a program reads the answer.</summary>
    internal bool IsJson => json;

    /// <summary>The error stream with colours and progress, where it is a terminal.</summary>
    internal IAnsiConsole Messages { get; } = Console(error);

    /// <summary>Prints the answer: the document to a program, what <paramref name="draw"/> draws to a person.</summary>
    internal int Answer(object document, Action<IAnsiConsole> draw, int exit = Root.Done)
    {
        if (json)
            Json.Write(output, document);
        else
            draw(Console(output));
        return exit;
    }

    /// <summary>Says why not, and ends refused.</summary>
    internal int Refuse(string code, string message)
    {
        error.WriteLine(Plain(message));
        if (json)
            Json.Write(output, new { error = new { code, message } });
        return Root.Refused;
    }

    /// <summary>Tells something beside the answer.</summary>
    internal void Tell(string message) => error.WriteLine(Plain(message));

    /// <summary>Text of a stranger that cannot steer the terminal: control characters go.</summary>
    internal static string Plain(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>A cell of a table.</summary>
    internal static Text Cell(string? text, Style? style = null) => new(Plain(text), style);

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
