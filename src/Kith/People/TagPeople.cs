using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Files people under a tag, or takes them out of it.</summary>
public static class TagPeople
{
    /// <summary>Longest tag.</summary>
    public const int Longest = 60;

    /// <summary>Who, which tag, and whether it goes on or off.</summary>
    public sealed record Command(IReadOnlyList<Guid> People, string? Tag, bool Remove = false);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/people/tag", Handle).WithSummary("Tag people or untag them");

    public static async Task<Changed> Handle(Command command, KithDb db, CancellationToken ct)
    {
        var tag = Clean(command.Tag) ?? throw new RefusedException("tag.missing", "Write the tag first.");
        var people = await Chosen.People(db, command.People, ct);
        var ids = people.Select(p => p.Id).ToArray();
        var tagged = await db.Tags.Where(t => ids.Contains(t.PersonId) && t.Value == tag).ToListAsync(ct);
        if (command.Remove)
        {
            db.Act($"Removed the tag \"{tag}\" from {Chosen.Say(people)}");
            db.RemoveRange(tagged);
            return await db.Saved(tagged.Select(t => t.PersonId).Distinct().Count(), ct);
        }
        var missing = people.Where(p => tagged.All(t => t.PersonId != p.Id)).ToList();
        db.Act($"Tagged {Chosen.Say(people)} \"{tag}\"");
        db.AddRange(missing.Select(p => new PersonTag { Id = db.NewId(), PersonId = p.Id, Value = tag }));
        return await db.Saved(missing.Count, ct);
    }

    /// <summary>A tag as it is stored; null when nothing is left of it.</summary>
    internal static string? Clean(string? tag)
    {
        var words = string.Join(' ', (tag ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(',', '#', ' ');
        return words.Length == 0 ? null : words.Length <= Longest ? words : throw new RefusedException("tag.too-long", $"A tag has at most {Longest} characters.");
    }

    /// <summary>The tags of a list with commas.</summary>
    internal static IReadOnlyList<string> CleanAll(string? tags) =>
        [.. (tags ?? "").Split(',').Select(Clean).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
