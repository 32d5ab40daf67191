using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kith.Importing;

/// <summary>
/// Takes an uploaded file: straight from the connection to the folder of incoming files, never through memory or a form. The form's token
/// stands before the file and is checked before the first byte of the file is read.
/// </summary>
public static class ReceiveFile
{
    /// <summary>The largest file that is taken.</summary>
    public const long MostBytes = 2L << 30;

    private const int MostFieldBytes = 4_096;
    private const string TokenField = "__RequestVerificationToken";

    public static void Map(IEndpointRouteBuilder site) =>
        site.MapPost("/import/file", Handle).RequireAuthorization().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Handle(HttpContext http, KithDb db, WorkspaceClock clock, Storage storage, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> tokens)
    {
        var ct = http.RequestAborted;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            // A little more than the file, for the form around it; the file itself is counted below.
            limit.MaxRequestBodySize = MostBytes + (1 << 20);
        var first = false;
        await foreach (var section in Sections(http, ct))
        {
            if (section.ContentDisposition.FileName.HasValue || section.ContentDisposition.FileNameStar.HasValue)
                // Without the header the check would look for the token in the form, which is what is being read here.
                return tokens.Value.HeaderName is { } name && http.Request.Headers.ContainsKey(name) && await antiforgery.IsRequestValidAsync(http)
                    ? await Take(section, first, db, clock, storage, ct)
                    : throw new RefusedException("token.missing", "This page was out of date. Reload it and choose the file again.");
            var text = await Text(section.Body, ct);
            if (section.ContentDisposition.Name.Equals(TokenField, StringComparison.Ordinal) && tokens.Value.HeaderName is { } header)
                http.Request.Headers[header] = text;
            else if (section.ContentDisposition.Name.Equals("first", StringComparison.Ordinal))
                first = text.Length > 0;
        }
        return Results.LocalRedirect("~/import?missing=1");
    }

    private static async Task<IResult> Take(Section section, bool first, KithDb db, WorkspaceClock clock, Storage storage, CancellationToken ct)
    {
        var name = Name(section.ContentDisposition);
        if (name.Length == 0)
            return Results.LocalRedirect(first ? "~/import?missing=1&first=1" : "~/import?missing=1");
        storage.Prepare();
        var id = db.NewId();
        var path = IncomingFiles.PathOf(storage, id);
        var run = new ImportRun { Id = id, FileName = name, Bytes = await Write(section.Body, path, ct), Kind = Keys.Kind, ReceivedAt = clock.Now };
        try
        {
            run.Describe(await PreviewImport.Of(path, name, db, clock, ct));
        }
        catch (FormatRefusedException refused)
        {
            Refuse(run, refused.Message, path, clock);
        }
        catch (RefusedException refused)
        {
            Refuse(run, refused.Message, path, clock);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return Results.LocalRedirect(first ? $"~/import/{id}?first=1" : $"~/import/{id}");
    }

    private static void Refuse(ImportRun run, string why, string path, WorkspaceClock clock)
    {
        File.Delete(path);
        (run.State, run.Failure, run.FinishedAt) = (ImportState.Failed, why, clock.Now);
    }

    private static async Task<long> Write(Stream body, string path, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[81_920];
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                if (file.Length + read > MostBytes)
                    throw new RefusedException("file.too-large", "The file is larger than 2 GiB, which no export or address book is.");
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            return file.Length;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static async IAsyncEnumerable<Section> Sections(HttpContext http, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary))
            throw new RefusedException("upload.form", "Send the file as a form, as the import page does.");
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                yield return new(disposition, section.Body);
    }

    private static async Task<string> Text(Stream body, CancellationToken ct)
    {
        var bytes = new byte[MostFieldBytes];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, length);
    }

    // Shown to the user only; the file lies under its id.
    private static string Name(ContentDispositionHeaderValue disposition)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))).Trim();
        return name.Length > 200 ? name[^200..] : name;
    }

    private sealed record Section(ContentDispositionHeaderValue ContentDisposition, Stream Body);
}
