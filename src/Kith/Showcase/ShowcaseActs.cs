using Kith.Data;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Showcase;

/// <summary>The small forms of the pages of the showcase.</summary>
public static class ShowcaseActs
{
    /// <summary>What such a form sends.</summary>
    public sealed class Form
    {
        public string? Text { get; set; }

        public bool? Up { get; set; }

        public Guid? Claim { get; set; }

        public Guid? Evidence { get; set; }

        public Guid? Need { get; set; }

        public bool Remove { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/showcase/claims/{id:guid}/rename", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? $"/showcase/claims/{id}", async () => Said(await SaveClaim.Handle(new(form.Text, id), db, ct))));
        site.MapPost("/showcase/claims/{id:guid}/move", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/showcase/claims", async () => Said(await SaveClaim.Move(id, form.Up ?? true, db, ct))));
        site.MapPost("/showcase/claims/{id:guid}/delete", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/showcase/claims", async () => Said(await SaveClaim.Remove(id, db, ct))));
        site.MapPost("/showcase/evidence/{id:guid}/delete", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/showcase/evidence", async () =>
            {
                var done = await SaveEvidence.Remove(id, db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
        site.MapPost("/showcase/proofs", ([FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? "/showcase/claims", async () => Said(await LinkProof.Handle(new LinkProof.Command(form.Claim ?? Guid.Empty, form.Evidence ?? Guid.Empty, form.Remove), db, ct))));
        site.MapPost("/showcase/matches", ([FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? "/showcase/needs", async () => Said(await LinkProof.Handle(new LinkProof.Match(form.Claim ?? Guid.Empty, form.Need ?? Guid.Empty, form.Remove), db, ct))));
        site.MapPost("/showcase/showings/{id:guid}/remove", (Guid id, [FromForm] Form form, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(form.ReturnUrl ?? "/showcase", async () =>
            {
                var done = await LogShowing.Remove(id, db, ct);
                return new($"{done.Title}.", done.Batch);
            }));
    }

    private static Shared.Ui.Toast Said(SaveClaim.Saved done) => new($"{done.Title}.", done.Batch);

    private static Shared.Ui.Toast Said(LinkProof.Done done) => new($"{done.Title}.", done.Batch);
}
