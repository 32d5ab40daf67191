using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kith.Shared;

/// <summary>
/// Turns an expected "no" into an answer: a page for people, a problem document (RFC 9457) with the code and the sentence for programs.
/// </summary>
public static class Refusals
{
    /// <summary>Only what is unexpected goes to the log.</summary>
    internal static bool IsExpected(Exception error) => error is RefusedException or BadHttpRequestException;

    /// <summary>True where a program asks, which wants a problem document and no page.</summary>
    internal static bool IsProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    internal static Task Answer(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        RefusedException refused when Status(refused.Code) == StatusCodes.Status404NotFound => Say(http, StatusCodes.Status404NotFound, "There is nothing here", refused.Message, refused.Code),
        RefusedException refused => Say(http, Status(refused.Code), "That did not work", refused.Message, refused.Code),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Say(http, StatusCodes.Status413PayloadTooLarge, "That is too large", "Nothing was saved. Send less at once.", "request.large"),
        BadHttpRequestException bad => Say(http, bad.StatusCode, "That could not be read", "Nothing was saved. Go back, reload the page and try again.", "request.broken"),
        { } error when Conflicts.Is(error) => Say(http, StatusCodes.Status409Conflict, "That did not work", "Something else changed the same things at the same moment, so nothing of this was saved. Go back, reload the page and try again.", "conflict"),
        _ => Say(http, StatusCodes.Status500InternalServerError, "Something broke on our side", "Nothing was saved. Try again; if it happens again, look at the program's output for the reason."),
    };

    /// <summary>
    /// Says something where an answer would be a bare number. The framework's status code pages do this too, but where they are in use it
    /// leaves the body of a page's own 404 away.
    /// </summary>
    internal static async Task Explain(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var answer = http.Response;
        if (answer.StatusCode < StatusCodes.Status400BadRequest || answer.HasStarted || answer.ContentLength is not null || answer.ContentType is not null)
            return;
        await (answer.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => Say(http, answer.StatusCode, "Sign in first", "This needs an account. Sign in and try again.", "session.missing"),
            StatusCodes.Status404NotFound => Say(http, answer.StatusCode, "There is nothing here", "The address may be wrong, or what it showed is gone.", "address.unknown"),
            _ => Say(http, answer.StatusCode, "That did not work", "Nothing was saved. Go back, reload the page and try again."),
        });
    }

    /// <summary>Ends a request with a sentence.</summary>
    internal static Task Say(HttpContext http, int status, string title, string sentence, string? code = null)
    {
        if (!IsProgram(http))
            return new RazorComponentResult<ErrorDocument>(new { Title = title, Sentence = sentence }) { StatusCode = status }.ExecuteAsync(http);
        var extensions = code is null ? null : new Dictionary<string, object?> { ["code"] = code };
        return Results.Problem(title: title, detail: sentence, statusCode: status, extensions: extensions).ExecuteAsync(http);
    }

    /// <summary>An unknown thing is 404; anything else refused is 400.</summary>
    public static int Status(string code) =>
        code.EndsWith(".unknown", StringComparison.Ordinal) ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
}

/// <summary>Refuses what a command's own annotations forbid.</summary>
public static class Refuse
{
    /// <summary>Checks the data annotations of a command and refuses with the first sentence that fails.</summary>
    public static void IfInvalid(object command)
    {
        var failures = new List<ValidationResult>();
        if (!Validator.TryValidateObject(command, new(command), failures, validateAllProperties: true))
            throw new RefusedException("input.invalid", failures[0].ErrorMessage ?? "Something is missing or too long.");
        // PostgreSQL keeps no text with this character, and nobody types it.
        if (command.GetType().GetProperties().Any(p => p.PropertyType == typeof(string) && p.GetValue(command) is string text && text.Contains('\0')))
            throw new RefusedException("input.invalid", "There is a character in it that cannot be kept; type the words again.");
    }
}
