namespace Kith.Importing;

/// <summary>A LinkedIn export, file after file.</summary>
internal static class ImportLinkedIn
{
    // People come before what is said about them; follow-ups come last, because messages decide how they stand.
    internal static async Task Run(ImportSession session)
    {
        await ImportOwner.Run(session);
        await ImportConnections.Run(session);
        await ImportMessages.Run(session);
        await ImportInvitations.Run(session);
        await ImportPraise.Run(session);
        await ImportAims.Run(session);
        await ImportProjects.Run(session);
        await CloseLoops.Run(session);
    }
}
