using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Adds an organisation, changes what is known about one, or moves one to the trash.</summary>
public static class EditOrganisation
{
    /// <summary>The facts; without an id it is a new one.</summary>
    public sealed record Command(
        Guid? Organisation,
        [property: Required(ErrorMessage = "An organisation needs a name."), StringLength(300, ErrorMessage = "A name has at most 300 characters.")] string? Name,
        [property: StringLength(500, ErrorMessage = "A web address has at most 500 characters.")] string? Website = null,
        [property: StringLength(300, ErrorMessage = "A field has at most 300 characters.")] string? Industry = null,
        [property: StringLength(300, ErrorMessage = "A place has at most 300 characters.")] string? Place = null,
        [property: StringLength(20_000, ErrorMessage = "Notes have at most 20,000 characters.")] string? Notes = null);

    /// <summary>The organisation and the batch that undo takes back; none when nothing changed.</summary>
    public sealed record Edited(Guid Organisation, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/organisations", Handle).WithSummary("Add an organisation, or change one");
        api.MapDelete("/organisations/{id:guid}", Trash).WithSummary("Move an organisation to the trash");
    }

    public static async Task<Edited> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var (name, key) = (command.Name!.Trim(), Folding.Fold(command.Name));
        if (key.Length == 0)
            throw new RefusedException("organisation.name", "A name needs a letter or a digit.");
        await NameIsFree(key, name, command.Organisation, db, ct);
        db.Act(command.Organisation is null ? $"Added {name}" : $"Edited {name}");
        Organisation organisation;
        if (command.Organisation is { } id)
            organisation = await db.Organisations.OrRefuse(id, ct);
        else
            db.Add(organisation = new() { Id = db.NewId(), Name = name, NameKey = key, CreatedAt = clock.Now });
        (organisation.Name, organisation.NameKey) = (name, key);
        (organisation.Website, organisation.Industry) = (Web(command.Website), Text(command.Industry));
        (organisation.Place, organisation.Notes) = (Text(command.Place), Text(command.Notes));
        await db.SaveChangesAsync(ct);
        return new(organisation.Id, db.LastBatch);
    }

    /// <summary>Moves it to the trash; the people there stay.</summary>
    public static async Task<Edited> Trash(Guid id, KithDb db, CancellationToken ct)
    {
        var organisation = await db.Organisations.OrRefuse(id, ct);
        db.Act($"Moved {organisation.Name} to the trash");
        organisation.TrashedAt = db.Clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return new(id, db.LastBatch);
    }

    private static async Task NameIsFree(string key, string name, Guid? own, KithDb db, CancellationToken ct)
    {
        var other = await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking().FirstOrDefaultAsync(o => o.NameKey == key && o.Id != own, ct);
        if (other is not null)
            throw new RefusedException("organisation.exists", other.TrashedAt is null
                ? $"{other.Name} is here already."
                : $"{name} is in the trash; take it out of it instead.");
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Web(string? text)
    {
        if (Text(text) is not { } url)
            return null;
        var whole = url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url;
        return Uri.TryCreate(whole, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Contains('.')
            ? whole
            : throw new RefusedException("organisation.website", $"\"{url}\" is not a web address.");
    }
}
