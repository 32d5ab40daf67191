using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data.Jobs;

/// <summary>Runs the jobs of the outbox, one after the other, while the web application is up.</summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, JobBell bell, IEnumerable<JobHandler> handlers, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, JobHandler> byKind = handlers.ToDictionary(h => h.Kind);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await InScope((db, _) => db.Database.IsSqlite() ? JobTable.Free(db, stoppingToken) : Task.CompletedTask);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (!await RunNext(stoppingToken))
                    await bell.Wait(Patience, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                // The queue itself could not be read (a locked or restarting database): the work is still there, so look again later.
                QueueUnread(broken);
                await bell.Wait(Patience, stoppingToken);
            }
    }

    private async Task<bool> RunNext(CancellationToken ct)
    {
        var job = await InScope((db, _) => JobTable.Claim(db, ct));
        if (job is null)
            return false;
        try
        {
            await Run(job, ct);
            await InScope((db, _) => JobTable.Finish(db, job, ct));
        }
        catch (Exception broken) when (!ct.IsCancellationRequested)
        {
            JobFailed(broken, job.Kind, job.Attempts);
            if (job.Attempts >= JobTable.MostAttempts && byKind.GetValueOrDefault(job.Kind)?.GiveUp is { } giveUp)
                await InWorkspace(job, services => giveUp(services, job, ct), ct);
            await InScope((db, _) => JobTable.Fail(db, job, broken.Message, ct));
        }
        return true;
    }

    private async Task Run(OutboxItem job, CancellationToken ct)
    {
        var handler = byKind.GetValueOrDefault(job.Kind) ?? throw new InvalidOperationException($"Nobody handles jobs of kind {job.Kind}.");
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = KeepLease(job, done.Token);
        try
        {
            await InWorkspace(job, services => handler.Run(services, job, ct), ct);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    private async Task KeepLease(OutboxItem job, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(JobTable.Lease / 3, ct);
                await InScope((db, _) => db.Database.IsSqlite() ? Task.CompletedTask : JobTable.Renew(db, job, ct));
            }
        }
        catch (OperationCanceledException)
        {
            // The job is done.
        }
    }

    private async Task InWorkspace(OutboxItem job, Func<IServiceProvider, Task> act, CancellationToken ct)
    {
        var workspace = await InScope((db, _) => db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == job.WorkspaceId, ct));
        await using var scope = scopes.CreateAsyncScope();
        // Row-level security reads the workspace when the connection opens, so it is entered before the first query.
        scope.ServiceProvider.GetRequiredService<CurrentWorkspace>().Enter(workspace, job.Kind.Split('.')[0]);
        await act(scope.ServiceProvider);
    }

    private async Task<T> InScope<T>(Func<KithDb, IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<KithDb>(), scope.ServiceProvider);
    }

    private async Task InScope(Func<KithDb, IServiceProvider, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<KithDb>(), scope.ServiceProvider);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} failed at attempt {Attempt}")]
    private partial void JobFailed(Exception error, string kind, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue could not be read")]
    private partial void QueueUnread(Exception error);
}
