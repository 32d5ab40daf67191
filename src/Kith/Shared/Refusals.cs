using System.ComponentModel.DataAnnotations;
using Kith.Domain;
using Microsoft.AspNetCore.Diagnostics;

namespace Kith.Shared;

/// <summary>Turns an expected "no" into an answer: a problem document (RFC 9457) with the code and the sentence.</summary>
public static class Refusals
{
    internal static void Answer(IApplicationBuilder app) => app.Run(async http =>
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var refused = error as RefusedException;
        var status = refused is null ? StatusCodes.Status500InternalServerError : Status(refused.Code);
        await Results.Problem(
            title: refused is null ? "Something broke on our side" : "Refused",
            detail: refused?.Message ?? "Nothing was saved. Try again; if it happens again, look at the program's output for the reason.",
            statusCode: status,
            extensions: refused is null ? null : new Dictionary<string, object?> { ["code"] = refused.Code }).ExecuteAsync(http);
    });

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
    }
}
