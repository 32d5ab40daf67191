using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Notes that two people know each other, or takes that off again.</summary>
public static class NoteAcquaintance
{
    /// <summary>Who knows whom, and what the other is to the first: <c>boss</c>, <c>colleague</c>.</summary>
    public sealed record Command(
        Guid Person,
        Guid Other,
        [property: StringLength(Acquaintance.MostLetters, ErrorMessage = "Say it in at most 60 characters.")] string? Kind = null);

    /// <summary>The note and the batch that undo takes back.</summary>
    public sealed record Noted(Guid Acquaintance, Guid Batch);

    /// <summary>What the form on a person's page sends.</summary>
    public sealed class Form
    {
        public string? Who { get; set; }

        public string? As { get; set; }
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/acquaintances", Handle).WithSummary("Note that two people know each other");
        api.MapDelete("/acquaintances/{id:guid}", Remove).WithSummary("Take off that two people know each other");
    }

    /// <summary>Maps the forms.</summary>
    public static void MapForm(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/people/{id:guid}/knows", (Guid id, [Microsoft.AspNetCore.Mvc.FromForm] Form form, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then($"/people/{id}", async () => new("Noted", (await Handle(new(id, await Named(form.Who, id, db, clock, ct), form.As), db, ct)).Batch)));
        pages.MapPost("/people/{id:guid}/knows/{acquaintance:guid}/remove", (Guid id, Guid acquaintance, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then($"/people/{id}", async () => new("Taken off", (await Remove(acquaintance, db, ct)).Batch)));
    }

    public static async Task<Noted> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.Person == command.Other)
            throw new RefusedException("acquaintance.self", "That is the same person.");
        var person = await db.People.OrRefuse(command.Person, ct);
        var other = await db.People.OrRefuse(command.Other, ct);
        var kind = string.IsNullOrWhiteSpace(command.Kind) ? null : command.Kind.Trim();
        if (await db.Acquaintances.AnyAsync(a => (a.PersonId == person.Id && a.OtherId == other.Id && a.Kind == kind) || (a.PersonId == other.Id && a.OtherId == person.Id && a.Kind == Acquaintance.Reverse(kind)), ct))
            throw new RefusedException("acquaintance.known", $"That {person.FullName} knows {other.FullName} is noted already.");
        db.Act($"Noted that {person.FullName} knows {other.FullName}");
        var noted = new Acquaintance { Id = db.NewId(), PersonId = person.Id, OtherId = other.Id, Kind = kind };
        db.Add(noted);
        await db.SaveChangesAsync(ct);
        return new(noted.Id, db.LastBatch!.Value);
    }

    public static async Task<Noted> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var noted = await db.Acquaintances.OrRefuse(id, ct);
        db.Act("Took off who knows whom");
        db.Remove(noted);
        await db.SaveChangesAsync(ct);
        return new(id, db.LastBatch!.Value);
    }

    // One person of that name is meant; of several the user has to say which.
    private static async Task<Guid> Named(string? text, Guid person, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var hits = (await FindByName.Handle(text, db, clock, ct)).Where(h => !h.IsOrganisation && h.Id != person).ToList();
        var exact = hits.Where(h => Folding.Fold(h.Name) == Folding.Fold(text)).ToList();
        return (exact.Count > 0 ? exact : hits) switch
        {
            [var one] => one.Id,
            [] => throw new RefusedException("person.unknown", $"Nobody here is called \"{text}\". Add the person first."),
            var several => throw new RefusedException("person.ambiguous", $"\"{text}\" may be {string.Join(" or ", several.Take(3).Select(h => h.About is null ? h.Name : $"{h.Name} ({h.About})"))}. Write the whole name."),
        };
    }
}
