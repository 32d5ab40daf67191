namespace Kith.Data.Jobs;

/// <summary>Wires the queue into the host.</summary>
public static class JobRegistration
{
    /// <summary>Adds the worker; slices add a <see cref="JobHandler"/> for each kind of job and a <see cref="RegularTask"/> for what comes back.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services.AddSingleton<JobBell>().AddHostedService<JobWorker>().AddHostedService<RegularWorker>()
            .AddSingleton(new RegularTask("strength", TimeSpan.FromHours(1), (all, ct) => TieMeasure.KeepUp(all.GetRequiredService<KithDb>(), all.GetRequiredService<WorkspaceClock>(), ct)));
}
