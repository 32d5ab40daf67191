using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.History;
using Kith.Importing;

namespace Kith.App.Tests.Importing;

/// <summary>Imports into a world as the command line does.</summary>
internal static class Imports
{
    internal const string Archive = "Basic_LinkedInDataExport.zip";

    internal static Task<Imported> Import(this World world, Export export, bool dryRun = false, Action<ImportProgress>? progress = null, Workspace? within = null) =>
        world.Import(export.Zip(), Archive, dryRun, progress, within);

    internal static async Task<Imported> Import(
        this World world, byte[] content, string name, bool dryRun = false, Action<ImportProgress>? progress = null, Workspace? within = null, ImportOptions? options = null)
    {
        var path = Path.Combine(world.Storage.Folder, Ids.New(world.Clock).ToString());
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        try
        {
            return await world.Ask(
                db => ImportFile.Handle(new(path, name, DryRun: dryRun, Options: options), db, world.WorkspaceClock(within), TestContext.Current.CancellationToken, progress), within);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static WorkspaceClock WorkspaceClock(this World world, Workspace? within = null)
    {
        var current = new CurrentWorkspace();
        current.Enter(within ?? world.Workspace, "test");
        return new(world.Clock, current);
    }

    internal static Task<UndoBatch.Undone> Undo(this World world, Guid batch) =>
        world.Ask(db => UndoBatch.Handle(batch, db, TestContext.Current.CancellationToken));

    /// <summary>Sends a file as the import page does.</summary>
    internal static async Task<HttpResponseMessage> Upload(this HttpClient visitor, byte[] content, string name)
    {
        var page = await visitor.Read("/import");
        var token = page.QuerySelector("form[action='/import/file'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var file = new ByteArrayContent(content);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        form.Add(file);
        return await visitor.PostAsync(new Uri("/import/file", UriKind.Relative), form);
    }

    /// <summary>Waits until an import is over, and reads its page.</summary>
    internal static async Task<IHtmlDocument> UntilDone(this HttpClient visitor, World world, string address)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var page = await visitor.Read(address);
            if (page.QuerySelector("[data-poll]") is null)
                return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new ShouldAssertException("The import did not end: " + string.Join('\n', world.Journal.Lines));
    }
}
