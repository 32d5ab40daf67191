using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;

namespace Kith.Cards;

/// <summary>Makes a variant of the user's own card, changes it, or withdraws it.</summary>
public static class SaveCard
{
    /// <summary>The card as a whole; without an id it is a new one. What is null is not on it. A photo that is null stays as it is.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say for whom this variant is, such as \"Recruiters\".")]
        [property: StringLength(60, ErrorMessage = "The name of a variant has at most 60 characters.")] string Variant,
        [property: Required(ErrorMessage = "A card has a name on it.")]
        [property: StringLength(120, ErrorMessage = "A name on a card has at most 120 characters.")] string FullName,
        [property: StringLength(120, ErrorMessage = "A title on a card has at most 120 characters.")] string? Title = null,
        [property: StringLength(120, ErrorMessage = "An organisation on a card has at most 120 characters.")] string? Organisation = null,
        [property: StringLength(200, ErrorMessage = "The line on a card has at most 200 characters.")] string? Line = null,
        [property: StringLength(200, ErrorMessage = "An address has at most 200 characters.")] string? Email = null,
        [property: StringLength(60, ErrorMessage = "A number has at most 60 characters.")] string? Phone = null,
        [property: StringLength(300, ErrorMessage = "A web address on a card has at most 300 characters.")] string? Website = null,
        [property: StringLength(120, ErrorMessage = "A LinkedIn profile has at most 120 characters.")] string? LinkedIn = null,
        bool TakesReplies = true,
        Guid? Audience = null,
        byte[]? Photo = null,
        bool RemovePhoto = false,
        Guid? Card = null);

    /// <summary>The card and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Saved(Guid Card, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cards", Handle).WithSummary("Make or change a variant of your card");
        api.MapDelete("/cards/{id:guid}", (Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct) => Withdraw(id, true, db, clock, ct)).WithSummary("Withdraw a card: its addresses answer no more");
    }

    public static async Task<Saved> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.Email is { } address && !string.IsNullOrWhiteSpace(address) && !address.Contains('@', StringComparison.Ordinal))
            throw new RefusedException("card.email", $"\"{address}\" is no mail address.");
        var type = command.Photo is { } photo ? TypeOf(photo) : null;
        var card = command.Card is { } id ? await db.Cards.OrRefuse(id, ct) : null;
        if (command.Audience is { } audience)
            await db.Audiences.OrRefuse(audience, ct);
        var title = card is null ? $"Made the card {command.Variant.Trim()}" : $"Changed the card {command.Variant.Trim()}";
        db.Act(title);
        if (card is null)
            db.Add(card = new() { Id = db.NewId(), Variant = command.Variant, FullName = command.FullName, CreatedAt = clock.Now });
        (card.Variant, card.FullName, card.AudienceId, card.TakesReplies) = (command.Variant.Trim(), command.FullName.Trim(), command.Audience, command.TakesReplies);
        (card.Title, card.Organisation, card.Line) = (Said(command.Title), Said(command.Organisation), Said(command.Line));
        (card.Email, card.Phone, card.Website) = (Said(command.Email), Said(command.Phone), WebAddress.Checked(command.Website));
        card.LinkedIn = Slug(command.LinkedIn);
        if (type is not null || command.RemovePhoto)
            (card.Photo, card.PhotoType) = (type is null ? null : command.Photo, type);
        await db.SaveChangesAsync(ct);
        return new(card.Id, title, db.LastBatch);
    }

    /// <summary>Withdraws a card, or puts it out again.</summary>
    public static async Task<Saved> Withdraw(Guid id, bool withdrawn, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var card = await db.Cards.OrRefuse(id, ct);
        var title = withdrawn ? $"Withdrew the card {card.Variant}" : $"Put the card {card.Variant} out again";
        db.Act(title);
        card.WithdrawnAt = withdrawn ? card.WithdrawnAt ?? clock.Now : null;
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }

    // By its first bytes: a name or a header may say anything.
    private static string TypeOf(byte[] photo)
    {
        if (photo.Length > Card.MostPhotoBytes)
            throw new RefusedException("card.photo-large", $"The photo has {photo.Length / 1024.0:0.#} KiB; a card that opens at once has room for {Card.MostPhotoBytes / 1024} KiB. Make it smaller, about 240 pixels wide.");
        return photo switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            _ => throw new RefusedException("card.photo-kind", "The photo is a JPEG, PNG or WebP file."),
        };
    }

    private static string? Slug(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var slug = typed.Trim().TrimEnd('/');
        slug = slug[(slug.LastIndexOf('/') + 1)..];
        return slug.Length > 0 && slug.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '%') ? slug : throw new RefusedException("card.linkedin", "A LinkedIn profile is an address such as linkedin.com/in/ana-kovac.");
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
