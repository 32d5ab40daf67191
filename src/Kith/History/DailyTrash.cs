namespace Kith.History;

/// <summary>Empties the trash once a day for as long as the product runs.</summary>
internal sealed partial class DailyTrash(IServiceProvider services, TimeProvider clock, ILogger<DailyTrash> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
            try
            {
                await EmptyTrash.Everywhere(services, stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                // A locked or restarting database: what is due now is still due tomorrow.
                NotEmptied(broken);
            }
        while (await day.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The trash could not be emptied")]
    private partial void NotEmptied(Exception error);
}
