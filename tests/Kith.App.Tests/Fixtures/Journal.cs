using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kith.App.Tests.Fixtures;

/// <summary>Keeps what the product logs as a warning or worse, instead of printing it between the tests.</summary>
public sealed class Journal : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>What was logged so far, oldest first.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, lines);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
