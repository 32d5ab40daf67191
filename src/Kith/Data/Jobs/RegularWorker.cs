using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data.Jobs;

/// <summary>Runs the regular tasks for as long as the product runs.</summary>
internal sealed partial class RegularWorker(IServiceScopeFactory scopes, IEnumerable<RegularTask> tasks, TimeProvider clock, ILogger<RegularWorker> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(tasks.Select(task => Repeat(task, stoppingToken)));

    private async Task Repeat(RegularTask task, CancellationToken ct)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(task.Every, clock);
        do
            try
            {
                foreach (var workspace in await Workspaces(ct))
                    await Run(task, workspace, ct);
            }
            catch (Exception broken) when (!ct.IsCancellationRequested)
            {
                // A locked or restarting database: what is due now is still due the next time.
                NotDone(broken, task.Name);
            }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task Run(RegularTask task, Workspace workspace, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWorkspace>().Enter(workspace, task.Name);
        await task.Run(scope.ServiceProvider, ct);
    }

    private async Task<List<Workspace>> Workspaces(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KithDb>().Workspaces.AsNoTracking().ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The regular task {Task} could not be done")]
    private partial void NotDone(Exception error, string task);
}
