namespace Kith.Data.Jobs;

/// <summary>Wires the queue into the host.</summary>
public static class JobRegistration
{
    /// <summary>Adds the worker; slices add a <see cref="JobHandler"/> for each kind of job.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services.AddSingleton<JobBell>().AddHostedService<JobWorker>();
}
