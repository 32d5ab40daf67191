using Kith.Data;
using Kith.Data.Jobs;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>The job that looks for duplicates after an import brought people in.</summary>
public static class WatchForDuplicates
{
    /// <summary>Makes the job work.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services.AddSingleton(new JobHandler(JobKinds.FindDuplicates, Run));

    private static async Task Run(IServiceProvider services, OutboxItem job, CancellationToken ct)
    {
        var db = services.GetRequiredService<KithDb>();
        // Several imports in a row need one look, the one after the last of them.
        if (!await db.Outbox.AnyAsync(o => o.Kind == JobKinds.FindDuplicates && o.WorkspaceId == job.WorkspaceId && o.DoneAt == null && o.Id != job.Id && o.LockedUntil == null, ct))
            await FindDuplicates.Handle(db, ct);
    }
}
