using Kith.Domain;

namespace Kith.Data.Jobs;

/// <summary>What a kind of job does. Delivery is at least once, so it must be able to run twice.</summary>
/// <param name="Kind">The kind of job it runs: <c>import.run</c>.</param>
/// <param name="Run">Does the work in a scope that has entered the job's workspace.</param>
/// <param name="GiveUp">Runs once after the last attempt failed, in a scope of its own.</param>
public sealed record JobHandler(
    string Kind,
    Func<IServiceProvider, OutboxItem, CancellationToken, Task> Run,
    Func<IServiceProvider, OutboxItem, CancellationToken, Task>? GiveUp = null);
