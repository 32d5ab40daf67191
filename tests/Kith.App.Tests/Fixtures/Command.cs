using System.Diagnostics;

namespace Kith.App.Tests.Fixtures;

/// <summary>Runs another program and tells what it printed.</summary>
public static class Command
{
    /// <summary>Starts a program whose life hangs on our end of its standard input.</summary>
    public static Process Start(params string[] words) =>
        Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" })!;

    /// <summary>Runs a program to its end and fails with what it printed unless it succeeded.</summary>
    public static async Task<string> Run(params string[] words)
    {
        var (exit, printed) = await Try(words);
        return exit == 0 ? printed : throw new InvalidOperationException($"{string.Join(' ', words)} ended with {exit}: {printed}");
    }

    /// <summary>Runs a program to its end, whatever it comes to.</summary>
    public static async Task<(int Exit, string Printed)> Try(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
