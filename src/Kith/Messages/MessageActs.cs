using Kith.Data;
using Kith.Domain.Linting;
using Kith.Domain.Writing;
using Kith.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Messages;

/// <summary>The small forms of the pages of messages, and the findings beside a draft while it is written.</summary>
public static class MessageActs
{
    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/messages/{id:guid}/discard", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/messages", async () =>
            {
                var done = await SaveMessage.Discard(id, db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/messages/templates/{id:guid}/remove", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/messages/templates", async () =>
            {
                var done = await SaveTemplate.Remove(id, db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/messages/lint", Lint).RequireAuthorization().ExcludeFromDescription();
        HandOver.MapFile(site);
    }

    // What is being typed is checked and forgotten.
    private static RazorComponentResult Lint([FromForm(Name = "Form.Text")] string? text, [FromForm(Name = "Form.Subject")] string? subject, [FromForm(Name = "Form.Kind")] MessageKind? kind, [FromForm] string? to, [FromForm] string? organisation)
    {
        var written = text is { Length: <= 20_000 } ? text.ReplaceLineEndings("\n") : "";
        return new(typeof(LintPanel), new { Result = MessageLint.Check(written, kind ?? MessageKind.Mail, new(to, organisation)), Text = written, Gaps = Gap.In(subject).Concat(Gap.In(written)).Distinct().ToList() });
    }
}
