using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kith.App.Tests.Fixtures;

/// <summary>Counts the statements that an act sends to the database.</summary>
public static class QueryCount
{
    private static readonly AsyncLocal<StrongBox<int>?> current = new();
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> watched = [];
    private static readonly Lazy<IDisposable> listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Listeners()));

    /// <summary>Listens from now on: the product's database layer looks only now and then whether anybody does.</summary>
    public static void Listen() => _ = listening.Value;

    /// <summary>The number of statements sent while the act runs, however many other tests run beside it.</summary>
    public static async Task<int> Of(Func<Task> act)
    {
        Listen();
        var count = current.Value = new(0);
        await act();
        current.Value = null;
        return count.Value;
    }

    /// <summary>What a world on SQLite is asked while the act runs, whichever request asks; without the jobs beside it.</summary>
    public static async Task<IReadOnlyCollection<string>> Statements(World world, Func<Task> act)
    {
        Listen();
        var asked = watched[world.Storage.SqliteFile] = [];
        await act();
        watched.TryRemove(world.Storage.SqliteFile, out _);
        // The worker looks for jobs every two seconds, whoever visits meanwhile.
        return [.. asked.Where(statement => !statement.StartsWith("UPDATE outbox", StringComparison.Ordinal) && !statement.StartsWith("UPDATE \"outbox\"", StringComparison.Ordinal))];
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(new Commands(), name => name == RelationalEventId.CommandExecuted.Name);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            // A listener is told everything that any listener asked for.
            if (value.Value is not CommandExecutedEventData executed) return;
            if (current.Value is { } count) Interlocked.Increment(ref count.Value);
            if (watched.TryGetValue(executed.Command.Connection!.DataSource, out var asked)) asked.Enqueue(executed.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
