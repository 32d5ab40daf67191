namespace Kith.Data.Jobs;

/// <summary>Something done in every workspace when the product starts and then again and again; it must be able to run twice.</summary>
/// <param name="Name">On whose behalf it acts, for the change log.</param>
/// <param name="Every">The time between two runs.</param>
/// <param name="Run">Does it in a scope that has entered the workspace.</param>
public sealed record RegularTask(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run);
