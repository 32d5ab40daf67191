using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kith.Benchmarks;

/// <summary>Counts the statements that reach the database.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    // EF looks only once a second whether anybody listens (LoggingCacheTime).
    internal static async Task<CommandCount> Start()
    {
        var count = new CommandCount();
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        return count;
    }

    private CommandCount() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    internal int Count => Volatile.Read(ref count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name)
            Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
