using Kith.Domain;

namespace Kith.Data;

/// <summary>
/// Says that a process is at work on the data folder. Any number may be; only bringing back a backup needs the folder for itself. The system lets
/// go of it when the process ends, however it ends.
/// </summary>
internal sealed class HeldFolder : IDisposable
{
    private readonly FileStream held;

    private HeldFolder(FileStream held) => this.held = held;

    /// <summary>Holds the folder together with others.</summary>
    internal static HeldFolder Share(Storage storage) =>
        Hold(storage, FileAccess.Read, FileShare.Read, "A backup is being brought back into this data folder. Try again when that has ended.");

    /// <summary>Holds the folder alone.</summary>
    internal static HeldFolder Alone(Storage storage) =>
        Hold(storage, FileAccess.ReadWrite, FileShare.None, $"Kith is running on {storage.Folder}. Stop it first, and whatever verb is at work there.");

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    private static HeldFolder Hold(Storage storage, FileAccess access, FileShare share, string why)
    {
        storage.Prepare();
        var path = Path.Combine(storage.Folder, "in-use");
        try
        {
            if (!File.Exists(path))
                File.Create(path).Dispose();
            return new(new(path, FileMode.Open, access, share));
        }
        catch (IOException)
        {
            throw new RefusedException("folder.in-use", why);
        }
    }
}

/// <summary>Holds the data folder while the web application is served.</summary>
internal sealed class HoldFolder(Storage storage) : IHostedService, IDisposable
{
    private HeldFolder? held;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        held = HeldFolder.Share(storage);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => held?.Dispose();
}
