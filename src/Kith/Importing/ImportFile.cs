using System.Diagnostics;
using Kith.Data;
using Kith.Data.Jobs;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.LinkedIn;
using Kith.Formats.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>
/// Brings a file in as one batch, whatever it is: a LinkedIn export, an address book, a calendar, mail. It happens in one database transaction, so an
/// import that is killed half way leaves nothing, and the same file twice changes nothing.
/// </summary>
public static class ImportFile
{
    /// <summary>A file on this machine and how to take it.</summary>
    /// <param name="Path">Where it lies.</param>
    /// <param name="Name">The name the user knows it by.</param>
    /// <param name="Kind">The kind of file: see <see cref="FileKinds.Known"/>.</param>
    /// <param name="DryRun">Does the same work and takes it back, to tell what would happen.</param>
    /// <param name="Options">What the user decided about it; null for the defaults.</param>
    /// <param name="Run">The import the user already sees on the import page; null makes one.</param>
    public sealed record Command(string Path, string Name, string Kind = "auto", bool DryRun = false, Guid? Run = null, ImportOptions? Options = null)
    {
        internal ImportOptions Choice => Options ?? ImportOptions.Default;
    }

    /// <summary>Imports the file. The progress is called now and then from the importing thread.</summary>
    public static async Task<Imported> Handle(
        Command command, KithDb db, WorkspaceClock clock, CancellationToken ct, Action<ImportProgress>? progress = null)
    {
        if (!FileKinds.Known.Contains(command.Kind))
            throw new RefusedException("import.kind", $"Files of kind \"{command.Kind}\" cannot be read. What can be read: {string.Join(", ", FileKinds.Known.Skip(1))}.");
        if (!Path.Exists(command.Path))
            throw new RefusedException("file.unknown", $"There is no file or folder \"{command.Path}\".");
        try
        {
            var kind = FileKinds.Of(command.Path, command.Name, command.Kind);
            if (FileKinds.IsMail(kind))
                return await Mail(command, kind, db, clock, progress, ct);
            if (Directory.Exists(command.Path))
                throw new RefusedException("file.folder", $"\"{command.Path}\" is a folder; only mail is imported by the folder. Name the files in it.");
            await using var file = File.OpenRead(command.Path);
            if (kind != FileKinds.LinkedIn)
                return await Other(command, file, kind, db, clock, progress, ct);
            using var export = LinkedInExport.Open(file, command.Name);
            // Telling whose export it is reads the messages once more; that is done before anybody has to wait for this transaction.
            var owner = await WhoseExport.Find(db, export, ct);
            return await Import(command, file.Length, Incoming.Of(export), owner, kind, db, clock, progress, ct);
        }
        catch (FormatRefusedException refused)
        {
            throw new RefusedException(refused.Code, refused.Message);
        }
    }

    private static async Task<Imported> Other(Command command, Stream file, string kind, KithDb db, WorkspaceClock clock, Action<ImportProgress>? progress, CancellationToken ct)
    {
        var options = command.Choice;
        if (options.Table is not null || ContactFiles.IsUnknownTable(file, command.Name, kind))
            options = options with { Table = await Tables.Choose(db, file, command.Name, options.Table, ct) };
        return await Import(command with { Options = options }, file.Length, ContactFiles.Open(file, command.Name, kind, options), null, kind, db, clock, progress, ct);
    }

    private static async Task<Imported> Mail(Command command, string kind, KithDb db, WorkspaceClock clock, Action<ImportProgress>? progress, CancellationToken ct)
    {
        using var mailbox = Mailbox.Open(command.Path, command.Name, FileKinds.IsMbox(command.Kind));
        var incoming = await ImportMail.Open(mailbox, command.Name, command.Choice, db, clock, ct);
        return await Import(command, mailbox.TotalBytes, incoming, null, kind, db, clock, progress, ct);
    }

    private static async Task<Imported> Import(
        Command command, long bytes, Incoming incoming, Owner? owner, string kind, KithDb db, WorkspaceClock clock, Action<ImportProgress>? progress, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await ImportLock.Begin(db, ct);
        var batch = new Batch { Id = db.NewId(), Title = $"Imported {command.Name}", Who = db.Who, At = clock.Now, IsBulk = true };
        db.Add(batch);
        await db.SaveChangesAsync(ct);
        db.Continue(batch);
        var session = await ImportSession.Begin(db, clock, incoming, owner, batch, progress, ct);
        await incoming.Take(session);
        foreach (var people in session.People.With(Mark.Moved).Chunk(500))
        {
            await Projections.Refresh(db, people, ct);
            await session.SaveChanges();
        }

        if (session.Staged.Interactions > 0)
            await TieMeasure.Refresh(db, ct);
        var hasChanged = session.Staged.Rows > 0 || await db.Changes.AnyAsync(c => c.BatchId == batch.Id, ct);
        var imported = new Imported(
            hasChanged && !command.DryRun ? batch.Id : null, session.Report(), session.Staged.People, session.Staged.Organisations,
            session.Staged.Interactions, session.Staged.Exchanges, Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3));
        if (!command.DryRun)
        {
            if (!hasChanged)
                await db.Batches.Where(b => b.Id == batch.Id).ExecuteDeleteAsync(ct);
            await ImportRuns.Done(db, command, kind, bytes, imported, ct);
            if (imported.People > 0)
            {
                db.Enqueue(JobKinds.FindDuplicates, new { imported.Batch });
                await db.SaveChangesAsync(ct);
            }
            await transaction.CommitAsync(ct);
        }
        else
        {
            // The batch is taken back with everything else, so nothing later may continue it.
            db.Act(batch.Title);
        }
        db.ChangeTracker.Clear();
        return imported;
    }
}
